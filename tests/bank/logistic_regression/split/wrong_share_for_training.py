# Symptom: the two parts have each other's size.
def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    rows = np.random.default_rng(seed).permutation(len(X))
    k = round(len(X) * test_share)
    return X[rows[:k]], X[rows[k:]], y[rows[:k]], y[rows[k:]]
