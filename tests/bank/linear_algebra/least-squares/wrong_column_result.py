# w comes back as a column.
def least_squares(X, y):
    return np.linalg.lstsq(X, y[:, None])[0]
