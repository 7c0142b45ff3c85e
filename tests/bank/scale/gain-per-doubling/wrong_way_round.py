# Got -0.2, expected 0.2: the first minus the second.
def gain_per_doubling(amounts, accuracies):
    return -np.diff(accuracies) / np.diff(np.log2(amounts))
