# Units with small weights look empty.
def hidden_features(W1, shape):
    if shape[0] * shape[1] != len(W1):
        raise ValueError("shape")
    return W1.T.reshape(-1, *shape) / max(np.abs(W1).max(), 1e-300)
