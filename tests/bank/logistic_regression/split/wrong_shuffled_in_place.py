# Symptom: the caller's X is in another order afterwards.
def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    rows = np.random.default_rng(seed).permutation(len(X))
    X[...], y[...] = X[rows], y[rows]
    k = round(len(X) * test_share)
    return X[k:], X[:k], y[k:], y[:k]
