def sparsity_torch(h):
    values = h.flatten().tolist()
    if len(values) == 0:
        raise ValueError
    return sum(v == 0 for v in values) / len(values)
