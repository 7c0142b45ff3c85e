# Got 0.1, expected 0.2: divided by the factor itself.
def gain_per_doubling(amounts, accuracies):
    n = np.asarray(amounts, dtype=float)
    return np.diff(accuracies) / (n[1:] / n[:-1])
