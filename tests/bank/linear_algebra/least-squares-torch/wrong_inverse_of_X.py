# X is not square and has no inverse.
def least_squares_torch(X, y):
    return torch.linalg.inv(X) @ y
