def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    k = len(scores)
    mean = scores.sum(dim=0) / k
    return mean, torch.sqrt(((scores - mean) ** 2).sum(dim=0) / (k * (k - 1)))
