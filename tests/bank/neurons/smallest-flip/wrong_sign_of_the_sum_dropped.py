# Symptom: a silent neuron is made even more silent.
def smallest_flip(w, b, x):
    k = -abs(x @ w + b) / (x @ x + 1)
    return k * x, k
