# Symptom: a plain number has no .astype.
def tanh(z):
    return np.tanh(z.astype(float))
