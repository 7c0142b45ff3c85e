# Each image lies on its side: height and width are exchanged.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    f = W1.T.reshape(-1, *shape)
    top = np.abs(f).max(axis=(1, 2), keepdims=True)
    f = f / np.where(top > 0, top, 1)
    return f.transpose(0, 2, 1) if shape[0] == shape[1] else f
