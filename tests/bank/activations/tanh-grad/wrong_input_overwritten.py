# Symptom: the check says that the argument is not as it was.
def tanh_grad(z):
    t = np.asarray(z)
    if t.dtype.kind != "f":
        t = t.astype(float)
    np.tanh(t, out=t)
    return 1 - t**2
