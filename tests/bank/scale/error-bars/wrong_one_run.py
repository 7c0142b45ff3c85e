# nan, and no ValueError, for a single run.
def error_bars(scores):
    return scores.mean(axis=0), scores.std(axis=0, ddof=1) / np.sqrt(len(scores))
