def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError("n must not be negative")
    p = [0, 1]
    for _ in range(n):
        d = [k * p[k] for k in range(1, len(p))]
        q = [0] * (len(d) + 2)
        for i, a in enumerate(d):
            for j, b in enumerate([0, 1, -1]):
                q[i + j] += a * b
        p = q
    return p
