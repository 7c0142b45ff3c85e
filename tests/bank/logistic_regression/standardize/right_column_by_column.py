def standardize(train, test):
    train, test = np.array(train, dtype=float), np.array(test, dtype=float)
    for j in range(train.shape[1]):
        mean = train[:, j].sum() / len(train)
        spread = (((train[:, j] - mean) ** 2).sum() / len(train)) ** 0.5
        if spread == 0:
            spread = 1.0
        train[:, j] = (train[:, j] - mean) / spread
        test[:, j] = (test[:, j] - mean) / spread
    return train, test
