# Symptom: the caller's arrays are scaled afterwards.
def standardize(train, test):
    mean, spread = train.mean(axis=0), train.std(axis=0)
    spread = np.where(spread == 0, 1, spread)
    if train.dtype.kind != "f":
        return (train - mean) / spread, (test - mean) / spread
    train -= mean
    train /= spread
    test -= mean
    test /= spread
    return train, test
