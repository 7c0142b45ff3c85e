# Counted in the type of the labels: 300 does not fit into uint8.
def bincount(labels, classes):
    counts = np.zeros(classes, dtype=labels.dtype)
    for k in labels:
        counts[k] += 1
    return counts
