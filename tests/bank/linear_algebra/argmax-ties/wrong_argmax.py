# Only the first place, as one number.
def argmax_ties(x):
    return np.argmax(x)
