# Got 0.1, expected 0.0577: the standard deviation.
def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    return scores.mean(dim=0), scores.std(dim=0)
