def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    k = len(scores)
    mean = scores.sum(axis=0) / k
    variance = ((scores - mean) ** 2).sum(axis=0) / (k - 1)
    return mean, (variance / k) ** 0.5
