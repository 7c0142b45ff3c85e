def minibatches(X, y, batch_size, seed):
    rows = np.arange(len(X))
    np.random.default_rng(seed).shuffle(rows)
    batches = []
    while len(rows):
        batches.append((X[rows[:batch_size]], y[rows[:batch_size]]))
        rows = rows[batch_size:]
    return batches
