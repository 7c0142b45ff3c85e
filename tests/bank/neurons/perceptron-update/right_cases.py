def perceptron_update(w, b, x, y, lr):
    fires = float(np.dot(w, x)) + b >= 0
    if y == 1 and not fires:
        return w + lr * x, b + lr
    if y == 0 and fires:
        return w - lr * x, b - lr
    return w, b
