# Got 0.0471, expected 0.0577: divided by k.
def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    return scores.mean(dim=0), scores.std(dim=0, correction=0) / len(scores) ** 0.5
