# Symptom: every value is negative.
def sigmoid_grad(z):
    s = sigmoid_stable(z)
    return s * (s - 1)
