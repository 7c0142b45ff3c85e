# Without a division in each step the numbers overflow, and the vector has no length 1.
def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(steps):
        v = A @ v
    n = np.linalg.norm(v)
    v = v / n if n > 0 else np.ones(len(A)) / np.sqrt(len(A))
    return v @ A @ v, v
