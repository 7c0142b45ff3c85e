# The NumPy function was used: an array comes back.
def least_squares_torch(X, y):
    return np.linalg.lstsq(X.numpy(), y.numpy())[0]
