def sigmoid_grad_torch(z):
    s = torch.sigmoid(z)
    return s.mul(1 - s)
