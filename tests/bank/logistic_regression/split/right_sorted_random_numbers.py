def split(X, y, test_share=0.25, seed=0):
    if np.shape(X)[0] != np.shape(y)[0]:
        raise ValueError("X and y have different lengths")
    generator = np.random.RandomState(seed)
    order = np.argsort(generator.random_sample(len(y)))
    X, y = X[order], y[order]
    k = int(np.rint(test_share * len(y)))
    return X[k:], X[:k], y[k:], y[:k]
