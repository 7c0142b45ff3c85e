def bincount(labels, classes):
    counts = np.zeros(classes, dtype=int)
    np.add.at(counts, labels, 1)
    return counts
