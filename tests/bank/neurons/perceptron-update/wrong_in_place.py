# Symptom: the check says that the argument is not as it was; whole numbers cannot take fractions.
def perceptron_update(w, b, x, y, lr):
    error = y - perceptron(x, w, b)
    w += lr * error * x
    return w, b + lr * error
