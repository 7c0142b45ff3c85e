# Symptom: the check says that the argument is not as it was.
def perceptron_update_torch(w, b, x, y, lr):
    error = y - step_torch(weighted_sum_torch(x, w, b))
    w += lr * error * x
    b += lr * error
    return w, b
