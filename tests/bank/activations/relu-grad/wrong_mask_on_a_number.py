# Symptom: a plain number has no .shape.
def relu_grad(z):
    out = np.zeros(z.shape)
    out[z > 0] = 1
    return out
