def gain_per_doubling(amounts, accuracies):
    x, y = np.log(np.asarray(amounts)) / np.log(2), np.asarray(accuracies, dtype=float)
    return (y[1:] - y[:-1]) / (x[1:] - x[:-1])
