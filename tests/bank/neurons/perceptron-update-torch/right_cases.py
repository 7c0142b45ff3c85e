def perceptron_update_torch(w, b, x, y, lr):
    error = int(y) - int((w * x).sum() + b >= 0)
    return w + lr * error * x, b + lr * error
