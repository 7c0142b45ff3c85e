# Only the first place.
def argmax_ties(x):
    return np.array([np.argmax(x)])
