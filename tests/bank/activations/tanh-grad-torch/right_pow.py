def tanh_grad_torch(z):
    return torch.ones_like(z).sub(z.tanh().pow(2))
