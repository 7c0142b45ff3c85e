# Got 0.02, expected 0.2: the gain for one more image.
def gain_per_doubling(amounts, accuracies):
    return np.diff(accuracies) / np.diff(amounts)
