# The last classes are missing.
def bincount(labels, classes):
    return np.bincount(labels)
