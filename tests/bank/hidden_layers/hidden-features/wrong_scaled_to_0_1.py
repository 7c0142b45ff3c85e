# The signs get lost: stretched from 0 to 1.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    f = W1.T.reshape(-1, *shape)
    low, high = f.min(axis=(1, 2), keepdims=True), f.max(axis=(1, 2), keepdims=True)
    return (f - low) / np.where(high > low, high - low, 1)
