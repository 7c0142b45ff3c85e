# Symptom: the training rows change when the test rows do.
def standardize_torch(train, test):
    both = torch.cat([train, test])
    mean, spread = both.mean(dim=0), both.std(dim=0, correction=0)
    spread = torch.where(spread == 0, torch.ones_like(spread), spread)
    return (train - mean) / spread, (test - mean) / spread
