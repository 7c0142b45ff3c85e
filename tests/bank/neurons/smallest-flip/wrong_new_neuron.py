# Symptom: the new weights come back, not their change.
def smallest_flip(w, b, x):
    k = -(x @ w + b) / (x @ x + 1)
    return w + k * x, b + k
