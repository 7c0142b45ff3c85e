# From (1, ..., 1) it stays with a smaller eigenvalue of some matrices.
def power_iteration_torch(A, steps):
    v = torch.ones(len(A), dtype=A.dtype) / len(A) ** 0.5
    for _ in range(steps):
        w = A @ v
        if not bool(w.any()):
            break
        v = w / w.norm()
    return v @ A @ v, v
