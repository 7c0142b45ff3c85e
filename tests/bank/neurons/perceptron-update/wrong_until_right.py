# Symptom: all visible checks pass; it makes several steps where one is asked for.
def perceptron_update(w, b, x, y, lr):
    while perceptron(x, w, b) != y:
        error = y - perceptron(x, w, b)
        w, b = w + lr * error * x, b + lr * error
    return w, b
