# Repeated indices do not add up.
def bincount(labels, classes):
    counts = np.zeros(classes, dtype=int)
    counts[labels] += 1
    return counts
