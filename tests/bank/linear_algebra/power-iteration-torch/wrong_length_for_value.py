# The length has no sign: -4 becomes 4.
def power_iteration_torch(A, steps):
    v = torch.randn(len(A), dtype=A.dtype)
    v = v / torch.linalg.norm(v)
    for _ in range(steps):
        w = A @ v
        if not bool(w.any()):
            break
        v = w / w.norm()
    return torch.linalg.norm(A @ v), v
