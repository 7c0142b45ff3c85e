# Without a division in each step the numbers overflow.
def power_iteration_torch(A, steps):
    v = torch.randn(len(A), dtype=A.dtype)
    v = v / torch.linalg.norm(v)
    for _ in range(steps):
        v = A @ v
    n = v.norm()
    v = v / n if n > 0 else torch.ones(len(A), dtype=A.dtype) / len(A) ** 0.5
    return v @ A @ v, v
