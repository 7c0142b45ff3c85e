# Symptom: the change goes too far, and fails when all inputs are 0.
def smallest_flip(w, b, x):
    k = -(x @ w + b) / (x @ x)
    return k * x, k
