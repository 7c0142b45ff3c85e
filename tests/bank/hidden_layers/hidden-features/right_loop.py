def hidden_features(W1, shape):
    if shape[0] * shape[1] != W1.shape[0]:
        raise ValueError("shape")
    images = np.zeros((W1.shape[1], *shape))
    for j in range(W1.shape[1]):
        column = W1[:, j]
        if np.any(column):
            images[j] = (column / max(abs(column))).reshape(shape)
    return images
