def standardize_torch(train, test):
    mean = train.sum(dim=0) / len(train)
    spread = ((train - mean) ** 2).mean(dim=0).sqrt()
    spread = spread.masked_fill(spread == 0, 1.0)
    return (train - mean) / spread, (test - mean) / spread
