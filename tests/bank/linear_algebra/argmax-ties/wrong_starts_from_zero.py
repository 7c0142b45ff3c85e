# A search that starts from 0 finds nothing among negative numbers.
def argmax_ties(x):
    best = 0
    for value in x:
        if value > best:
            best = value
    return np.flatnonzero(x == best)
