# Every call gives another order.
def minibatches(X, y, batch_size, seed):
    order = np.random.permutation(len(X))
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(X), batch_size)]
