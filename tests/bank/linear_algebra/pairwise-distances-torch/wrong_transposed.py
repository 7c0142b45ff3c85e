# Rows and columns exchanged.
def pairwise_distances_torch(X, Y):
    return torch.cdist(Y, X)
