# Symptom: a plain number has no .shape.
def sigmoid(z):
    out = np.zeros(z.shape)
    out[...] = 1 / (1 + np.exp(-z))
    return out
