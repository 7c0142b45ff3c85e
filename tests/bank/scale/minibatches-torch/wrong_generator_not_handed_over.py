# Every call gives another order.
def minibatches_torch(X, y, batch_size, seed):
    torch.Generator().manual_seed(seed)
    order = torch.randperm(len(X))
    return [(X[rows], y[rows]) for rows in order.split(batch_size)]
