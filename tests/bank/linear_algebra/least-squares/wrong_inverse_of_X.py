# X is not square and has no inverse: LinAlgError.
def least_squares(X, y):
    return np.linalg.inv(X) @ y
