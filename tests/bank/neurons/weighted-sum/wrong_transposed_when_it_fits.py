# Symptom: rows and columns are exchanged when there are as many examples as inputs.
def weighted_sum(x, w, b):
    if x.shape[0] == len(w):
        return w @ x + b
    return x @ w + b
