# Symptom: the same seed gives another split at each call.
def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    rows = np.random.default_rng().permutation(len(X))
    k = round(len(X) * test_share)
    return X[rows[k:]], X[rows[:k]], y[rows[k:]], y[rows[:k]]
