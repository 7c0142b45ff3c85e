# W1 itself is divided.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    top = np.abs(W1).max(axis=0)
    W1 /= np.where(top > 0, top, 1)
    return W1.T.reshape(-1, *shape)
