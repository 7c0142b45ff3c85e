# Symptom: right the first time; the list of the last call is still there.
p = [0, 1]


def sigmoid_derivative_polynomial(n):
    global p
    if n < 0:
        raise ValueError(n)
    for _ in range(n):
        p = [k * c for k, c in enumerate(p + [0])]
        p = [a - b for a, b in zip(p, [0] + p)]
    return p
