# One loop.
def pairwise_distances_torch(X, Y):
    return torch.stack([((Y - x) ** 2).sum(dim=1).sqrt() for x in X])
