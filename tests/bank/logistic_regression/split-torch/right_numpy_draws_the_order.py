def split_torch(X, y, test_share=0.25, seed=0):
    if X.shape[0] != y.shape[0]:
        raise ValueError("X and y have different lengths")
    rows = torch.tensor(np.random.default_rng(seed).permutation(len(X)), dtype=torch.int64)
    train, test = torch.split(rows, [len(X) - round(len(X) * test_share), round(len(X) * test_share)])
    return X[train], X[test], y[train], y[test]
