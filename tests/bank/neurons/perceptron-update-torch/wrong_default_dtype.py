# Symptom: all visible checks pass; float64 comes back as float32.
def perceptron_update_torch(w, b, x, y, lr):
    error = y - (w @ x + b >= 0).float()
    return (w + lr * error * x).float(), (b + lr * error).float()
