def argmax_ties(x):
    return np.nonzero(x >= x[np.argmax(x)])[0]
