# Symptom: the check says that the argument is not as it was.
def relu_grad(z):
    z = np.asarray(z)
    if z.dtype.kind != "f":
        z = z.astype(float)
    z[z > 0] = 1
    z[z < 0] = 0
    return z
