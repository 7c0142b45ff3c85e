# The dtype changes.
def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    scores = scores.double()
    return scores.mean(dim=0), scores.std(dim=0) / len(scores) ** 0.5
