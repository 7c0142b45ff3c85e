# Symptom: an example that was right already moves the weights.
def perceptron_update_torch(w, b, x, y, lr):
    direction = 2.0 * y - 1.0
    return w + lr * direction * x, b + lr * direction
