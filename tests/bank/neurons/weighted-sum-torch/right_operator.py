def weighted_sum_torch(x, w, b):
    return x @ w + b
