def pairwise_distances_torch(X, Y):
    squares = (X**2).sum(dim=1, keepdim=True) + (Y**2).sum(dim=1) - 2 * X @ Y.T
    return squares.clamp(min=0).sqrt()
