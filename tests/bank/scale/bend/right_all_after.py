def bend(amounts, accuracies, least=0.01):
    for i in range(len(amounts) - 1):
        steps = np.diff(np.log2(amounts[i:]))
        if np.all(np.diff(accuracies[i:]) / steps < least):
            return amounts[i]
    return None
