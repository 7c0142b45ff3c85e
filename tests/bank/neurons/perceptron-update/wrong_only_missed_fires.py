# Symptom: an example that should be silent teaches nothing.
def perceptron_update(w, b, x, y, lr):
    if y == 1 and perceptron(x, w, b) == 0:
        return w + lr * x, b + lr
    return w, b
