# From (1, ..., 1) it stays with a smaller eigenvalue of some matrices.
def power_iteration(A, steps):
    v = np.ones(len(A)) / np.sqrt(len(A))
    for _ in range(steps):
        w = A @ v
        if not w.any():
            return 0.0, v
        v = w / np.linalg.norm(w)
    return v @ A @ v, v
