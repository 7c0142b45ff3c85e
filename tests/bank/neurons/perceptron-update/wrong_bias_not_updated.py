# Symptom: the bias stays where it was.
def perceptron_update(w, b, x, y, lr):
    error = y - perceptron(x, w, b)
    return w + lr * error * x, b
