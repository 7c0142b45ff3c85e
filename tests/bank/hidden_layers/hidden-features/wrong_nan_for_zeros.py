# 0/0 for a unit without weights.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    f = W1.T.reshape(-1, *shape)
    return f / np.abs(f).max(axis=(1, 2), keepdims=True)
