# Three values, expected two: slopes at the points, not between them.
def gain_per_doubling(amounts, accuracies):
    return np.gradient(np.asarray(accuracies), np.log2(amounts))
