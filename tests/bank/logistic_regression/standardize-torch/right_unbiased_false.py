def standardize_torch(train, test):
    mean, spread = torch.mean(train, 0, keepdim=True), torch.std(train, 0, unbiased=False, keepdim=True)
    spread = spread + (spread == 0).to(train.dtype)
    return (train - mean).div(spread), (test - mean).div(spread)
