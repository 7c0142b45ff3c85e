# Symptom: values are 0.71 times what they should be for two rows; nan for one.
def standardize_torch(train, test):
    mean, spread = train.mean(dim=0), train.std(dim=0)
    spread = torch.where(spread == 0, torch.ones_like(spread), spread)
    return (train - mean) / spread, (test - mean) / spread
