# `*` for `@`.
def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(steps):
        w = (A * v).sum(axis=0)
        if not w.any():
            break
        v = w / np.linalg.norm(w)
    return v @ A @ v, v
