# Symptom: a sum of exactly 0 is taken for silence.
def perceptron_update_torch(w, b, x, y, lr):
    error = y - (w @ x + b > 0).to(w.dtype)
    return w + lr * error * x, b + lr * error
