# Symptom: the labels no longer belong to their examples.
def split_torch(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    generator = torch.Generator().manual_seed(seed)
    X, y = X[torch.randperm(len(X), generator=generator)], y[torch.randperm(len(y), generator=generator)]
    k = round(len(X) * test_share)
    return X[k:], X[:k], y[k:], y[:k]
