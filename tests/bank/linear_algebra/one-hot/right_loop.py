def one_hot(labels, classes):
    Y = np.zeros((len(labels), classes))
    for i, k in enumerate(labels):
        if not 0 <= k < classes:
            raise ValueError(f'label {k}')
        Y[i, k] = 1.0
    return Y
