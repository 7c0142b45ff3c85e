# Symptom: 1 at 0, where our convention is 0.
def relu_grad_torch(z):
    return (z >= 0).to(z.dtype)
