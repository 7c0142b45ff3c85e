# Symptom: 0.235 where 0.25 is expected.
def sigmoid_grad(z):
    s = sigmoid_stable(sigmoid_stable(z))
    return s * (1 - s)
