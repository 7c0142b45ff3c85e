def sigmoid_grad_torch(z):
    return (1 - torch.tanh(z / 2) ** 2) / 4
