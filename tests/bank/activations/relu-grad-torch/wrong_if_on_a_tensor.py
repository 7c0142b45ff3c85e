# Symptom: Boolean value of Tensor with more than one value is ambiguous.
def relu_grad_torch(z):
    return torch.ones_like(z) if z > 0 else torch.zeros_like(z)
