def one_hot_torch(labels, classes):
    if len(labels) and (labels.min() < 0 or labels.max() >= classes):
        raise ValueError('label out of range')
    Y = torch.zeros(len(labels), classes)
    Y[torch.arange(len(labels)), labels.long()] = 1
    return Y
