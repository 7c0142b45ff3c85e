def sigmoid_torch(z):
    return torch.sigmoid(z)
