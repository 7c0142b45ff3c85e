# lstsq's four things come back.
def least_squares(X, y):
    return np.linalg.lstsq(X, y)
