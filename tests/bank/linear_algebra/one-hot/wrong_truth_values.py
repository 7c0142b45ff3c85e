# Truth values come back, not numbers.
def one_hot(labels, classes):
    if len(labels) and (labels.min() < 0 or labels.max() >= classes):
        raise ValueError('label out of range')
    return labels[:, None] == np.arange(classes)
