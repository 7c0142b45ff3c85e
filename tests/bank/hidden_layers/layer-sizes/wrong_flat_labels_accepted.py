# Labels of shape (5,) are taken for one output.
def layer_sizes(X, y, hidden):
    if len(X) != len(y) or hidden < 1:
        raise ValueError("shapes")
    return X.shape[1], hidden, 1 if y.ndim == 1 else y.shape[1]
