def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    return np.mean(scores, axis=0), np.std(scores, axis=0) / np.sqrt(len(scores) - 1)
