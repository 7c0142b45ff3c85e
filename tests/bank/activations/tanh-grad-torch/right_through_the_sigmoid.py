def tanh_grad_torch(z):
    s = torch.sigmoid(2 * z)
    return 4 * s * (1 - s)
