# Got 0.2885, expected 0.2: the natural logarithm.
def gain_per_doubling(amounts, accuracies):
    return np.diff(accuracies) / np.diff(np.log(amounts))
