# Symptom: [0, 1, -1] where [0, 1] is expected: n + 1 rounds.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    p = [0, 1]
    for _ in range(n + 1):
        p = [k * c for k, c in enumerate(p + [0])]
        p = [a - b for a, b in zip(p, [0] + p)]
    return p
