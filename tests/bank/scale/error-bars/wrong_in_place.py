# The caller's scores are centred afterwards.
def error_bars(scores):
    if len(scores) < 2:
        raise ValueError('two runs at least')
    mean = scores.mean(axis=0)
    scores -= mean
    return mean, np.sqrt((scores**2).sum(axis=0) / (len(scores) - 1) / len(scores))
