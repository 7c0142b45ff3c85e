# Floats come back.
def bincount(labels, classes):
    counts = np.zeros(classes)
    for k in labels:
        counts[k] += 1
    return counts
