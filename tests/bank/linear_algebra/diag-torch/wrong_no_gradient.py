# The values are copied as plain numbers.
def diag_torch(v):
    D = torch.zeros(len(v), len(v), dtype=v.dtype)
    for i in range(len(v)):
        D[i, i] = v[i].item()
    return D
