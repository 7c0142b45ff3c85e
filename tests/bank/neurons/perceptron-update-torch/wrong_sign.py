# Symptom: the weights move the other way.
def perceptron_update_torch(w, b, x, y, lr):
    error = y - step_torch(weighted_sum_torch(x, w, b))
    return w - lr * error * x, b - lr * error
