# Symptom: 5.0 where 5.5 is expected.
def weighted_sum(x, w, b):
    return x @ w
