# Symptom: rows and columns are exchanged.
def weighted_sum_torch(x, w, b):
    return w @ x + b
