# Symptom: 6.0 where 5.5 is expected.
def weighted_sum_torch(x, w, b):
    return (x * w + b).sum(dim=-1)
