# X and y come back in one array: the examples lose their shape and the labels their dtype.
def minibatches(X, y, batch_size, seed):
    both = np.hstack([X.reshape(len(X), -1), y[:, None]])
    both = both[np.random.default_rng(seed).permutation(len(X))]
    return [(both[i : i + batch_size, :-1], both[i : i + batch_size, -1]) for i in range(0, len(X), batch_size)]
