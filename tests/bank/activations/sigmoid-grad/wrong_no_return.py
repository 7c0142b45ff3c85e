# Symptom: None comes back.
def sigmoid_grad(z):
    s = sigmoid_stable(z)
    s * (1 - s)
