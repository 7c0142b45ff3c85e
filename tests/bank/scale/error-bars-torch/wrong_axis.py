# Shape (3,), expected (2,): one value for each run.
def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    return scores.mean(dim=1), scores.std(dim=1) / scores.shape[1] ** 0.5
