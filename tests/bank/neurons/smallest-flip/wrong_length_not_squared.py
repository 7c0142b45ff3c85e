# Symptom: the denominator is a length, not its square.
def smallest_flip(w, b, x):
    k = -(x @ w + b) / np.sqrt(x @ x + 1)
    return k * x, k
