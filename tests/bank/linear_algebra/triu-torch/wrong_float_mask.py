# A float mask turns integers into floats.
def triu_torch(A):
    return A * torch.triu(torch.ones(A.shape))
