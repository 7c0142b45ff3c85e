# Symptom: all visible checks pass; integer arrays give 0 only.
def tanh(z):
    out = np.zeros_like(z)
    out[...] = np.tanh(z)
    return out
