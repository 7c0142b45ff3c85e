# Symptom: the labels no longer belong to their examples.
def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    generator = np.random.default_rng(seed)
    X, y = generator.permutation(X), generator.permutation(y)
    k = round(len(X) * test_share)
    return X[k:], X[:k], y[k:], y[:k]
