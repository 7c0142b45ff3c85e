# Symptom: the check with three examples fails.
def weighted_sum(x, w, b):
    return sum(x[k] * w[k] for k in range(len(w))) + b
