# Some examples come twice, others never.
def minibatches(X, y, batch_size, seed):
    order = np.random.default_rng(seed).integers(0, len(X), len(X))
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(X), batch_size)]
