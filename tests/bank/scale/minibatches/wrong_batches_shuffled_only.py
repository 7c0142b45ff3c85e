# The batches come in random order, with the same examples in each.
def minibatches(X, y, batch_size, seed):
    starts = list(range(0, len(X), batch_size))
    full = [i for i in starts if i + batch_size <= len(X)]
    rest = [i for i in starts if i + batch_size > len(X)]
    order = list(np.random.default_rng(seed).permutation(len(full)))
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in [full[k] for k in order] + rest]
