def bincount_torch(labels, classes):
    return torch.zeros(classes, dtype=torch.int64).index_add_(0, labels.long(), torch.ones(len(labels), dtype=torch.int64))
