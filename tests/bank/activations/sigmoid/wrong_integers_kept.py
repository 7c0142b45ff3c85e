# Symptom: integer input gives 0s only.
def sigmoid(z):
    out = np.zeros_like(z)
    out[...] = 1 / (1 + np.exp(-np.asarray(z)))
    return out
