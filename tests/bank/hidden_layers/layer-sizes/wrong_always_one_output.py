# (64, 16, 1) where there are ten outputs.
def layer_sizes(X, y, hidden):
    if X.ndim != 2 or y.ndim != 2 or len(X) != len(y) or hidden < 1:
        raise ValueError("shapes")
    return X.shape[1], hidden, 1
