def least_squares(X, y):
    return np.linalg.pinv(X) @ y
