# Symptom: -3 at 2: 1 - z**2.
def tanh_grad_torch(z):
    return 1 - z**2
