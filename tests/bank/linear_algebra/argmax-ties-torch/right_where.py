def argmax_ties_torch(x):
    return torch.where(x == torch.max(x))[0]
