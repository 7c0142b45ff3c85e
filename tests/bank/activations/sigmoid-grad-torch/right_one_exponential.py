def sigmoid_grad_torch(z):
    t = torch.exp(-z.abs())
    return t / (1 + t).square()
