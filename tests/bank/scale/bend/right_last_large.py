def bend(amounts, accuracies, least=0.01):
    large = np.flatnonzero(np.asarray(gain_per_doubling(amounts, accuracies)) >= least)
    start = large[-1] + 1 if len(large) else 0
    return amounts[start] if start < len(amounts) - 1 else None
