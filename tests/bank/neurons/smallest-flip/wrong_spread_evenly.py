# Symptom: the sum reaches 0, by a change that is longer than needed.
def smallest_flip(w, b, x):
    k = -(x @ w + b) / (x.sum() + 1)
    return np.full(len(x), k), k
