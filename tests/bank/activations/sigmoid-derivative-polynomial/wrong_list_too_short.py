# Symptom: list index out of range.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    p = [0, 1]
    for _ in range(n):
        q = [0] * len(p)
        for k, c in enumerate(p):
            q[k] += k * c
            q[k + 1] -= k * c
        p = q
    return p
