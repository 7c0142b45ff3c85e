# Symptom: the answer is computed without the bias.
def perceptron_update(w, b, x, y, lr):
    error = y - perceptron(x, w, 0.0)
    return w + lr * error * x, b + lr * error
