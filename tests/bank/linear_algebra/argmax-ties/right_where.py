def argmax_ties(x):
    return np.where(x == np.max(x))[0]
