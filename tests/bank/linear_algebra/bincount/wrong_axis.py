# One number per label: the wrong axis.
def bincount(labels, classes):
    return (labels[:, None] == np.arange(classes)).sum(axis=1)
