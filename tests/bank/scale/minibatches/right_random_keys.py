def minibatches(X, y, batch_size, seed):
    order = np.argsort(np.random.RandomState(seed).rand(len(X)))
    X, y = X[order], y[order]
    batches = []
    for start in range(0, len(X), batch_size):
        batches.append([X[start : start + batch_size], y[start : start + batch_size]])
    return batches
