# The zero matrix gives nan.
def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    with np.errstate(all='ignore'):
        for _ in range(steps):
            v = A @ v
            v = v / np.linalg.norm(v)
        return v @ A @ v, v
