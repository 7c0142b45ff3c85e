# Symptom: the truth value of an array is ambiguous.
def relu_grad(z):
    return 1.0 if z > 0 else 0.0
