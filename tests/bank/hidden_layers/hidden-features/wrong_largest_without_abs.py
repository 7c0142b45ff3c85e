# Divided by the largest weight: below -1 for some.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    f = W1.T.reshape(-1, *shape)
    top = f.max(axis=(1, 2), keepdims=True)
    return f / np.where(top != 0, top, 1)
