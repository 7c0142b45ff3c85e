# Symptom: all visible checks pass; sinh / cosh is nan far out.
def tanh_grad_torch(z):
    return 1 - (torch.sinh(z) / torch.cosh(z)) ** 2
