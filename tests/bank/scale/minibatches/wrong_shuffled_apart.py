# Rows and labels do not belong together.
def minibatches(X, y, batch_size, seed):
    random = np.random.default_rng(seed)
    X, y = random.permutation(X), random.permutation(y)
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in range(0, len(X), batch_size)]
