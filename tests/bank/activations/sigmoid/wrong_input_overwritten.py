# Symptom: the check says that the argument is not as it was.
def sigmoid(z):
    z = np.asarray(z)
    if z.dtype.kind != "f":
        z = z.astype(float)
    z *= -1
    np.exp(z, out=z)
    z += 1
    return 1 / z
