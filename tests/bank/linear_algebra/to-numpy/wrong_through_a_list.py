# The numbers go through a Python list: float32 becomes float64, and nothing is shared.
def to_numpy(t, copy=False):
    return np.array(t.tolist())
