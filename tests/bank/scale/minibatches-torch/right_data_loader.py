def minibatches_torch(X, y, batch_size, seed):
    dataset = torch.utils.data.TensorDataset(X, y)
    generator = torch.Generator().manual_seed(seed)
    loader = torch.utils.data.DataLoader(dataset, batch_size=batch_size, shuffle=True, generator=generator)
    return [tuple(batch) for batch in loader]
