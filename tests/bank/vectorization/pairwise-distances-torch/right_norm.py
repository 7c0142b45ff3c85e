def pairwise_distances_torch(X, Y):
    return torch.linalg.norm(X[:, None] - Y, dim=2)
