from sklearn.model_selection import train_test_split


def split(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError("X and y have different lengths")
    k = round(len(X) * test_share)
    if k in (0, len(X)):
        rows = np.random.default_rng(seed).permutation(len(X))
        return X[rows[k:]], X[rows[:k]], y[rows[k:]], y[rows[:k]]
    return tuple(train_test_split(X, y, test_size=k, random_state=seed))
