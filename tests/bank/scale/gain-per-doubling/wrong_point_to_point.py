# Got 0.1, expected 0.05: two doublings count as one.
def gain_per_doubling(amounts, accuracies):
    return np.diff(accuracies)
