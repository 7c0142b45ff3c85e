def minibatches_torch(X, y, batch_size, seed):
    keys = torch.rand(len(X), generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    order = torch.argsort(keys)
    return list(zip(X[order].split(batch_size), y[order].split(batch_size)))
