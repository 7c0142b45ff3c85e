# Symptom: all visible checks pass; every number but 0 counts as true.
def xor(x1, x2):
    return np.logical_xor(x1, x2).astype(int)
