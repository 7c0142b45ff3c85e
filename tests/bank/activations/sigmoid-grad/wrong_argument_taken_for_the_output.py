# Symptom: the argument is believed to be sigmoid(z) already.
def sigmoid_grad(s):
    return s * (1.0 - s)
