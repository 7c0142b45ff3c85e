# Symptom: a column that is constant in train explodes in the test rows.
def standardize(train, test):
    mean, spread = train.mean(axis=0), train.std(axis=0) + 1e-8
    return (train - mean) / spread, (test - mean) / spread
