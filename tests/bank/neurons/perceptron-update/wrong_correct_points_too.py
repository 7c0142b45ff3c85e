# Symptom: an example that was right already moves the weights.
def perceptron_update(w, b, x, y, lr):
    direction = 1 if y == 1 else -1
    return w + lr * direction * x, b + lr * direction
