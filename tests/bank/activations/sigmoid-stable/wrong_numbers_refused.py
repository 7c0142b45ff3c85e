# Symptom: a plain number cannot be indexed by a mask.
def sigmoid_stable(z):
    out = np.zeros(z.shape)
    out[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    out[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return out
