# Y[:, labels] sets whole columns.
def one_hot(labels, classes):
    if len(labels) and (labels.min() < 0 or labels.max() >= classes):
        raise ValueError('label out of range')
    Y = np.zeros((len(labels), classes))
    Y[:, labels] = 1
    return Y
