# Symptom: sigmoid(-2) comes out as 0.8808.
def sigmoid_stable(z):
    t = np.exp(-np.abs(z))
    return np.where(np.asarray(z) < 0, 1, t) / (1 + t)
