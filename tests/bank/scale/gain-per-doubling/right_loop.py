import math


def gain_per_doubling(amounts, accuracies):
    gains = []
    for i in range(1, len(amounts)):
        gains.append((accuracies[i] - accuracies[i - 1]) / math.log2(amounts[i] / amounts[i - 1]))
    return np.array(gains, dtype=float)
