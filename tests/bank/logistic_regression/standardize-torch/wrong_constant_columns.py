# Symptom: nan where a training column never changes.
def standardize_torch(train, test):
    mean, spread = train.mean(dim=0), train.std(dim=0, correction=0)
    return (train - mean) / spread, (test - mean) / spread
