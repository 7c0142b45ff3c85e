def pairwise_distances_torch(X, Y):
    return torch.vmap(lambda x: torch.linalg.norm(Y - x, dim=1))(X)
