# nan, and no ValueError, for a single run.
def error_bars_torch(scores):
    return scores.mean(dim=0), scores.std(dim=0) / len(scores) ** 0.5
