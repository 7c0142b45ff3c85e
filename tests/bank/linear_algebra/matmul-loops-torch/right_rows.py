def matmul_loops_torch(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    rows = []
    for row in A:
        rows.append(torch.stack([(row * B[:, j]).sum() for j in range(B.shape[1])]))
    return torch.stack(rows)
