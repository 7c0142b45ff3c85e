# Symptom: the check says that the argument is not as it was.
def step(z, threshold=0.0):
    z = np.asarray(z)
    fires = z >= threshold
    if z.ndim:
        z[...] = fires
    return fires.astype(int)
