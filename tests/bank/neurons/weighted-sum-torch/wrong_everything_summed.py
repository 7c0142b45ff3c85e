# Symptom: one number for two examples.
def weighted_sum_torch(x, w, b):
    return (x * w).sum() + b
