# Vector first, value second.
def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(steps):
        w = A @ v
        if not w.any():
            break
        v = w / np.linalg.norm(w)
    return v, v @ A @ v
