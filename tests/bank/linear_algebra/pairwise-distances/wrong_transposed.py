# Rows and columns exchanged.
def pairwise_distances(X, Y):
    return np.linalg.norm(Y[:, None] - X[None], axis=2)
