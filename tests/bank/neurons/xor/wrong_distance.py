# Symptom: all visible checks pass; inputs far below 0 count as different from 0.
def xor(x1, x2):
    return np.where(np.abs(np.subtract(x1, x2)) >= 0.5, 1, 0)
