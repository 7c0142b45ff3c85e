def relu_grad_torch(z):
    return torch.gt(z, 0).type_as(z)
