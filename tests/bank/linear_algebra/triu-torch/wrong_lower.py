# The lower triangle.
def triu_torch(A):
    return torch.tril(A)
