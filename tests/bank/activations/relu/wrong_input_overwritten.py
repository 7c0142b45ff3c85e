# Symptom: the check says that the argument is not as it was.
def relu(z):
    if np.ndim(z) == 0:
        return max(0, z)
    z[z < 0] = 0
    return z
