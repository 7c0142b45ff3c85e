# Symptom: the sum moves away from 0.
def smallest_flip(w, b, x):
    k = (x @ w + b) / (x @ x + 1)
    return k * x, k
