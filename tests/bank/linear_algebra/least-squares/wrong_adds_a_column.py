# A column of ones is added: d + 1 numbers come back.
def least_squares(X, y):
    X = np.column_stack([np.ones(len(X)), X])
    return np.linalg.lstsq(X, y)[0]
