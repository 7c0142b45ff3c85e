# The number of steps is ignored.
def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(100):
        w = A @ v
        if not w.any():
            break
        v = w / np.linalg.norm(w)
    return v @ A @ v, v
