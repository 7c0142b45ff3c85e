# Symptom: the steps have the wrong length.
def perceptron_update(w, b, x, y, lr):
    error = y - perceptron(x, w, b)
    return w + error * x, b + error
