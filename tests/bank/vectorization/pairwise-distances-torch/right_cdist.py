def pairwise_distances_torch(X, Y):
    return torch.cdist(X, Y)
