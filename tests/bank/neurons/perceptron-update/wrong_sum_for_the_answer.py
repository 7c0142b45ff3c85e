# Symptom: the error is y minus the sum.
def perceptron_update(w, b, x, y, lr):
    error = y - weighted_sum(x, w, b)
    return w + lr * error * x, b + lr * error
