# One mean and one spread for everything.
def standardize_columns(X):
    return (X - X.mean()) / max(X.std(), 1e-300)
