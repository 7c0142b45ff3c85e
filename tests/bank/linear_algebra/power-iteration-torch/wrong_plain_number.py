# The value becomes a plain number.
def power_iteration_torch(A, steps):
    v = torch.randn(len(A), dtype=A.dtype)
    v = v / torch.linalg.norm(v)
    for _ in range(steps):
        w = A @ v
        if not bool(w.any()):
            break
        v = w / w.norm()
    return (v @ A @ v).item(), v
