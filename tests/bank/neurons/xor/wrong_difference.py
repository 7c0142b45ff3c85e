# Symptom: all visible checks pass; real inputs give fractions.
def xor(x1, x2):
    return np.abs(np.subtract(x1, x2))
