# Symptom: the test rows are not left to chance; other seeds give the same ones.
def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    k = round(len(X) * test_share)
    test = np.linspace(1, len(X) - 1, k).astype(int) if k < len(X) else np.arange(len(X))
    train = np.setdiff1d(np.arange(len(X)), test)
    return X[train], X[test], y[train], y[test]
