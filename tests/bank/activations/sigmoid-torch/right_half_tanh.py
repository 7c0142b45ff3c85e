def sigmoid_torch(z):
    half = torch.tanh(z / 2)
    return (half + 1) / 2
