# Symptom: values are 0.71 times what they should be for two rows.
def standardize(train, test):
    mean, spread = train.mean(axis=0), train.std(axis=0, ddof=1)
    spread = np.where(spread == 0, 1, spread)
    return (train - mean) / spread, (test - mean) / spread
