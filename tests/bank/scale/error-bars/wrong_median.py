# The median in place of the mean.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return np.median(scores, axis=0), scores.std(axis=0, ddof=1) / np.sqrt(len(scores))
