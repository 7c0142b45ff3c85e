# w comes back as a column.
def least_squares_torch(X, y):
    return torch.linalg.lstsq(X, y[:, None]).solution
