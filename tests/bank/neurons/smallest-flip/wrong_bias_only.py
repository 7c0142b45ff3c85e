# Symptom: the weights do not move; the change is longer than needed.
def smallest_flip(w, b, x):
    return np.zeros(len(w)), -(x @ w + b)
