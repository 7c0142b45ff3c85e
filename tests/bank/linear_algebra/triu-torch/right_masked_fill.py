def triu_torch(A):
    i, j = torch.arange(A.shape[0]), torch.arange(A.shape[1])
    return A.masked_fill(i[:, None] > j, 0)
