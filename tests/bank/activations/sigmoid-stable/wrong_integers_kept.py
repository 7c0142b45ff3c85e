# Symptom: all visible checks pass; integer arrays give 0 and 1 only.
def sigmoid_stable(z):
    z = np.asarray(z)
    out = np.empty_like(z)
    out[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    out[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return out
