# Symptom: the check says that the argument is not as it was.
def tanh(z):
    z = np.asarray(z)
    if z.dtype.kind != "f":
        return np.tanh(z)
    return np.tanh(z, out=z)
