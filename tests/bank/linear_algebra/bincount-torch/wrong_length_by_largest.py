# The last classes are missing.
def bincount_torch(labels, classes):
    return torch.bincount(labels)
