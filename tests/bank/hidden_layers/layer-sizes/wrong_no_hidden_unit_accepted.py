# A hidden layer with 0 units passes.
def layer_sizes(X, y, hidden):
    if X.ndim != 2 or y.ndim != 2 or len(X) != len(y):
        raise ValueError("shapes")
    return X.shape[1], hidden, y.shape[1]
