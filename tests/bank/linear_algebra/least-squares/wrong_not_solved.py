# X.T @ y was not solved.
def least_squares(X, y):
    return X.T @ y * 1.0
