# Symptom: [0, 1, -2, 1] where [0, 1, -3, 2] is expected.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    p = [0, 1]
    for _ in range(n):
        q = [0] * (len(p) + 1)
        for k, c in enumerate(p):
            if k:
                q[k] += c
                q[k + 1] -= c
        p = q
    return p
