# Symptom: the bias does not move; the change is longer than needed.
def smallest_flip(w, b, x):
    return -(x @ w + b) / (x @ x) * x, 0.0
