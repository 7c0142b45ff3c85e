def split_torch(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError("X and y have different lengths")
    generator = torch.Generator()
    generator.manual_seed(seed)
    rows = torch.argsort(torch.rand(len(y), generator=generator))
    k = int(len(y) * test_share + 0.5)
    return X[rows[k:]], X[rows[:k]], y[rows[k:]], y[rows[:k]]
