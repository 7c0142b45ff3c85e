# The zero matrix gives nan.
def power_iteration_torch(A, steps):
    v = torch.randn(len(A), dtype=A.dtype)
    v = v / torch.linalg.norm(v)
    for _ in range(steps):
        v = A @ v
        v = v / v.norm()
    return v @ A @ v, v
