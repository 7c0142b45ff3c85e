def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError("n < 0")
    p = {1: 1}
    for _ in range(n):
        q = {}
        for k, c in p.items():
            q[k] = q.get(k, 0) + k * c
            q[k + 1] = q.get(k + 1, 0) - k * c
        p = q
    return [p.get(k, 0) for k in range(n + 2)]
