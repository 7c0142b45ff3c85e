# The mask, not the places.
def argmax_ties(x):
    return x == x.max()
