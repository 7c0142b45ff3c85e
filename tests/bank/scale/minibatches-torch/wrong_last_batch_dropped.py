# The sizes are [4, 4], expected [4, 4, 2].
def minibatches_torch(X, y, batch_size, seed):
    order = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))
    return [(X[rows], y[rows]) for rows in order.split(batch_size) if len(rows) == batch_size]
