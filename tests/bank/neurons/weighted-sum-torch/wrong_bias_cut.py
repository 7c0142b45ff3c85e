# Symptom: all visible checks pass; the bias gets no gradient.
def weighted_sum_torch(x, w, b):
    return x @ w + float(b)
