# Symptom: the caller's tensors are scaled afterwards.
def standardize_torch(train, test):
    mean, spread = train.mean(dim=0), train.std(dim=0, correction=0)
    spread = torch.where(spread == 0, torch.ones_like(spread), spread)
    return train.sub_(mean).div_(spread), test.sub_(mean).div_(spread)
