# X itself is changed, and an integer X raises.
def standardize_columns(X):
    X -= X.mean(axis=0)
    s = X.std(axis=0)
    X /= np.where(s == 0, 1, s)
    return X
