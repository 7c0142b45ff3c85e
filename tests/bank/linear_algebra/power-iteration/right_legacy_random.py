def power_iteration(A, steps):
    x = np.random.rand(A.shape[0]) - 0.5
    x /= np.linalg.norm(x)
    for k in range(steps):
        moved = A.dot(x)
        n = np.sqrt(np.sum(moved ** 2))
        x = moved / n if n > 0 else x
    return x.dot(A.dot(x)), x
