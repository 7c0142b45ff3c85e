# The length has no sign: -4 becomes 4.
def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(steps):
        w = A @ v
        if not w.any():
            return 0.0, v
        v = w / np.linalg.norm(w)
    return np.linalg.norm(A @ v), v
