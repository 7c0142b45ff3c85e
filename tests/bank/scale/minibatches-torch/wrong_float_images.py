# The dtype of the examples changes.
def minibatches_torch(X, y, batch_size, seed):
    order = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))
    return [(X[rows].float(), y[rows]) for rows in order.split(batch_size)]
