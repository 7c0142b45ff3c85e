def layer_sizes(X, y, hidden):
    if X.ndim != 2 or y.ndim != 2 or X.shape[0] != y.shape[0] or hidden < 1:
        raise ValueError("shapes")
    (_, d), (_, m) = X.shape, y.shape
    return d, hidden, m
