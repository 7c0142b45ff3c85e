def weighted_sum_torch(x, w, b):
    return (x * w).sum(dim=-1) + b
