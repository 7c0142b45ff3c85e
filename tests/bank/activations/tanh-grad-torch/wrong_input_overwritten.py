# Symptom: the check says that the argument is not as it was.
def tanh_grad_torch(z):
    z.tanh_()
    return 1 - z**2
