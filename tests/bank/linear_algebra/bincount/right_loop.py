def bincount(labels, classes):
    counts = np.zeros(classes, dtype=np.int64)
    for k in labels:
        counts[k] += 1
    return counts
