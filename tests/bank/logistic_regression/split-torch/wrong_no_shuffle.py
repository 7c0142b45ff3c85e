# Symptom: of a file sorted by label, the test holds one class only.
def split_torch(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    k = len(X) - round(len(X) * test_share)
    return X[:k], X[k:], y[:k], y[k:]
