# Symptom: all visible checks pass; no line decides, only the comparison of the inputs.
def xor(x1, x2):
    return np.not_equal(x1, x2).astype(int)
