# NumPy arrays come back where tensors are expected.
def error_bars_torch(scores):
    if scores.shape[0] < 2:
        raise ValueError('two runs at least')
    scores = scores.numpy()
    return scores.mean(axis=0), scores.std(axis=0, ddof=1) / np.sqrt(len(scores))
