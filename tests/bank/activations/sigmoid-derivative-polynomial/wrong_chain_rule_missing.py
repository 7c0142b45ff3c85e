# Symptom: [1, -2] where [0, 1, -3, 2] is expected.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    if n == 0:
        return [0, 1]
    p = [0, 1, -1]
    for _ in range(n - 1):
        p = [k * c for k, c in enumerate(p)][1:]
    return p
