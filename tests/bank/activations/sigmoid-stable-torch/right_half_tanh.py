def sigmoid_stable_torch(z):
    return torch.tanh(z / 2) / 2 + 0.5
