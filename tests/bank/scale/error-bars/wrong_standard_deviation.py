# Got 0.1, expected 0.0577: the standard deviation.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return scores.mean(axis=0), scores.std(axis=0, ddof=1)
