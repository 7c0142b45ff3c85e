# Symptom: the bias did not move.
def perceptron_update(w, b, x, y, lr):
    w = w + lr * (y - perceptron(x, w, b)) * x
    b = b + lr * (y - perceptron(x, w, b))
    return w, b
