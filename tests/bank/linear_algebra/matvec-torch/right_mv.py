def matvec_torch(A, x):
    return torch.mv(A, x)
