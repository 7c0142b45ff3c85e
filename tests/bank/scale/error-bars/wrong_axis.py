# Shape (3,), expected (2,): one value for each run.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return scores.mean(axis=1), scores.std(axis=1, ddof=1) / np.sqrt(scores.shape[1])
