# 5 where 3 is expected: rows are examples.
def layer_sizes(X, y, hidden):
    if X.ndim != 2 or y.ndim != 2 or len(X) != len(y) or hidden < 1:
        raise ValueError("shapes")
    return X.shape[0], hidden, y.shape[0]
