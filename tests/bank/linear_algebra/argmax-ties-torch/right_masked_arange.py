def argmax_ties_torch(x):
    return torch.arange(len(x))[x == x.max()]
