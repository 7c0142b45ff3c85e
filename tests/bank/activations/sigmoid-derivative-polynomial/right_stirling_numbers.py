from math import comb


def sigmoid_derivative_polynomial(n):
    # Minai and Williams (1993): the coefficient of sigma**(k + 1) is (-1)**k k! S(n + 1, k + 1).
    if n < 0:
        raise ValueError(f"order {n} is negative")
    p = [0]
    for k in range(1, n + 2):
        surjections = sum((-1) ** (k - j) * comb(k, j) * j ** (n + 1) for j in range(k + 1))
        p.append((-1) ** (k - 1) * surjections // k)
    return p
