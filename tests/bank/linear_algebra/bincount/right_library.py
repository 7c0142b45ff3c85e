def bincount(labels, classes):
    return np.bincount(labels, minlength=classes)
