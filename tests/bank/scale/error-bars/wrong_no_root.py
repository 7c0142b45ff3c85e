# Got 0.0333, expected 0.0577: divided by k, not by its root.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return scores.mean(axis=0), scores.std(axis=0, ddof=1) / len(scores)
