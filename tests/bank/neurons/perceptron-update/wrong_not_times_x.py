# Symptom: all weights move by the same amount.
def perceptron_update(w, b, x, y, lr):
    error = y - perceptron(x, w, b)
    return w + lr * error, b + lr * error
