# Symptom: -1 on the left.
def relu_grad_torch(z):
    return torch.sign(z)
