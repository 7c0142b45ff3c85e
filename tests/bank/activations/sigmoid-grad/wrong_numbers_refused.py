# Symptom: a plain number has no .copy().
def sigmoid_grad(z):
    s = sigmoid_stable(z.copy())
    return s * (1 - s)
