# Symptom: labels too many are dropped without a word.
def split_torch(X, y, test_share=0.25, seed=0):
    m = min(len(X), len(y))
    rows = torch.randperm(m, generator=torch.Generator().manual_seed(seed))
    k = round(m * test_share)
    return X[rows[k:]], X[rows[:k]], y[rows[k:]], y[rows[:k]]
