# The weights of several units are mixed in one image.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    f = W1.reshape(-1, *shape)
    top = np.abs(f).max(axis=(1, 2), keepdims=True)
    return f / np.where(top > 0, top, 1)
