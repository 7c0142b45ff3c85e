# Got 0.0471, expected 0.0577: NumPy's default, ddof=0.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return scores.mean(axis=0), scores.std(axis=0) / np.sqrt(len(scores))
