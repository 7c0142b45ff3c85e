def power_iteration_torch(A, steps):
    v = torch.rand(A.shape[0], dtype=A.dtype) - 0.5
    v = v / v.norm()
    for _ in range(steps):
        w = torch.mv(A, v)
        n = w.norm()
        v = torch.where(n > 0, w / torch.where(n > 0, n, 1), v)
    return (v * (A @ v)).sum(), v
