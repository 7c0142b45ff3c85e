def sigmoid_stable_torch(z):
    return torch.exp(torch.nn.functional.logsigmoid(z))
