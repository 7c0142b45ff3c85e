# Symptom: the weights move the other way.
def perceptron_update(w, b, x, y, lr):
    error = perceptron(x, w, b) - y
    return w + lr * error * x, b + lr * error
