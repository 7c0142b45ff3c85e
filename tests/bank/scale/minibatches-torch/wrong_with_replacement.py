# Some examples come twice, others never.
def minibatches_torch(X, y, batch_size, seed):
    order = torch.randint(len(X), (len(X),), generator=torch.Generator().manual_seed(seed))
    return [(X[rows], y[rows]) for rows in order.split(batch_size)]
