# Repeated indices do not add up.
def bincount_torch(labels, classes):
    counts = torch.zeros(classes, dtype=torch.int64)
    counts[labels.long()] += 1
    return counts
