def power_iteration(A, steps):
    v = np.random.default_rng().normal(size=len(A))
    v = v / np.linalg.norm(v)
    for _ in range(steps):
        w = A @ v
        largest = np.abs(w).max()
        if largest == 0:
            break
        v = w / largest
    v = v / np.linalg.norm(v)
    return np.dot(v, A @ v), v
