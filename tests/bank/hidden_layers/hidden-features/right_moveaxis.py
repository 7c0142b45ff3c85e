def hidden_features(W1, shape):
    if np.prod(shape) != len(W1):
        raise ValueError("shape")
    largest = np.abs(W1).max(axis=0)
    scaled = W1 / np.where(largest == 0, 1, largest)
    return np.moveaxis(scaled.reshape(*shape, W1.shape[1]), -1, 0)
