# Symptom: the check says that the argument is not as it was.
def smallest_flip(w, b, x):
    k = -(x @ w + b) / (x @ x + 1)
    x *= k
    return x, k
