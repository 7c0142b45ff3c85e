def minibatches(X, y, batch_size, seed):
    order = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed)).numpy()
    pieces = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
    return [(X[rows], y[rows]) for rows in pieces]
