# NumPy slipped in: the gradient is cut off, or it raises.
def matmul_torch(A, B):
    return torch.tensor(A.numpy() @ B.numpy())
