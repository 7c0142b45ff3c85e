# Symptom: the same seed gives another split at each call.
def split_torch(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    rows = torch.randperm(len(X))
    k = round(len(X) * test_share)
    return X[rows[k:]], X[rows[:k]], y[rows[k:]], y[rows[:k]]
