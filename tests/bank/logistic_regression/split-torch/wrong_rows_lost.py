# Symptom: with test_share=0 nothing is left to train on, since [:-0] is empty.
def split_torch(X, y, test_share=0.25, seed=0):
    if len(X) != len(y):
        raise ValueError
    rows = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))
    k = round(len(X) * test_share)
    return X[rows[:-k]], X[rows[-k:]], y[rows[:-k]], y[rows[-k:]]
