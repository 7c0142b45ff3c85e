# Rows and labels do not belong together.
def minibatches_torch(X, y, batch_size, seed):
    generator = torch.Generator().manual_seed(seed)
    first, second = torch.randperm(len(X), generator=generator), torch.randperm(len(X), generator=generator)
    return list(zip(X[first].split(batch_size), y[second].split(batch_size)))
