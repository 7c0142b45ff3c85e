# Symptom: all visible checks pass on data of their own; the caller's data change.
def weighted_sum(x, w, b):
    x *= w
    return x.sum(axis=-1) + b
