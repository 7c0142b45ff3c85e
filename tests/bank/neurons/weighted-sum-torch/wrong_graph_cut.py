# Symptom: all visible checks pass; no gradient comes back.
def weighted_sum_torch(x, w, b):
    return x.detach() @ w.detach() + b
