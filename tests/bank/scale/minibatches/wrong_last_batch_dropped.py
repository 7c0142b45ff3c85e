# The sizes are [4, 4], expected [4, 4, 2].
def minibatches(X, y, batch_size, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    return [
        (X[order[i * batch_size : (i + 1) * batch_size]], y[order[i * batch_size : (i + 1) * batch_size]])
        for i in range(len(X) // batch_size)
    ]
