# Only as many columns as the largest label needs.
def one_hot(labels, classes):
    if len(labels) and (labels.min() < 0 or labels.max() >= classes):
        raise ValueError('label out of range')
    return np.eye(labels.max() + 1 if len(labels) else 0)[labels]
