# Symptom: the negative inputs are left out, and the shape changes.
def relu_torch(z):
    return z[z > 0]
