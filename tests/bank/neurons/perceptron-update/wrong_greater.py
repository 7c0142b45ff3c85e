# Symptom: a sum of exactly 0 is taken for silence.
def perceptron_update(w, b, x, y, lr):
    error = y - int(w @ x + b > 0)
    return w + lr * error * x, b + lr * error
