# Symptom: the smallest change of the input, along w.
def smallest_flip(w, b, x):
    k = -(x @ w + b) / (w @ w)
    return k * w, 0.0
