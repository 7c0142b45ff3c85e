# Symptom: a number where a tensor is expected.
def perceptron_update_torch(w, b, x, y, lr):
    error = y - int(w @ x + b >= 0)
    return w + lr * error * x, b.item() + lr * error
