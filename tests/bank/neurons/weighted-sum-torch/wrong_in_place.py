# Symptom: the check says that the argument is not as it was.
def weighted_sum_torch(x, w, b):
    return x.mul_(w).sum(dim=-1) + b
