# A float32 start does not multiply a float64 matrix.
def power_iteration_torch(A, steps):
    v = torch.randn(len(A))
    for _ in range(steps):
        w = A @ v
        if not bool(w.any()):
            break
        v = w / w.norm()
    return v @ A @ v, v
