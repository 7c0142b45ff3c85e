def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    variance, mean = torch.var_mean(scores, dim=0, correction=1)
    return mean, torch.sqrt(variance / scores.shape[0])
