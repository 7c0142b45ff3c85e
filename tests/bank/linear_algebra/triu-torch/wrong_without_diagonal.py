# The diagonal is lost.
def triu_torch(A):
    return torch.triu(A, diagonal=1)
