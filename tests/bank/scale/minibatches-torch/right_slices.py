def minibatches_torch(X, y, batch_size, seed):
    generator = torch.Generator()
    generator.manual_seed(seed)
    order = torch.randperm(len(X), generator=generator)
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(X), batch_size)]
