def weighted_sum_torch(x, w, b):
    return torch.add(torch.matmul(x, w), b)
