# The loop is hidden in a function of another cell.
def gradients_all(X, y, w, b):
    if np.shape(y) != (X.shape[0],):
        raise ValueError('shape of y')
    return gradients_loop(X, y, w, b)
