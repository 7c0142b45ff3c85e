# Symptom: all visible checks pass; float64 comes back as float32.
def weighted_sum_torch(x, w, b):
    return x.float() @ w.float() + b
