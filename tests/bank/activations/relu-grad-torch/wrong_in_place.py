# Symptom: the check says that the argument is not as it was.
def relu_grad_torch(z):
    z[z > 0] = 1
    z[z < 0] = 0
    return z
