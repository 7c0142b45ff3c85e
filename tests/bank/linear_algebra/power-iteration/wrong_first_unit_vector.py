# From (1, 0, ...) it never leaves a diagonal matrix's first axis.
def power_iteration(A, steps):
    v = np.zeros(len(A))
    v[0] = 1
    for _ in range(steps):
        w = A @ v
        if not w.any():
            return 0.0, v
        v = w / np.linalg.norm(w)
    return v @ A @ v, v
