# Symptom: None comes back.
def sigmoid_stable(z):
    t = np.exp(-np.abs(z))
    s = np.where(np.asarray(z) >= 0, 1, t) / (1 + t)
