# Symptom: the values are right; the overflow is still there.
def sigmoid_stable(z):
    s = np.exp(z) / (1 + np.exp(z))
    return np.where(np.isnan(s), 1.0, s)
