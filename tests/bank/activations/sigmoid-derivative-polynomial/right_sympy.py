import sympy


def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError("negative order")
    s = sympy.Symbol("s")
    p = sympy.Poly(s, s)
    for _ in range(n):
        p = p.diff(s) * sympy.Poly(s - s**2, s)
    return [int(c) for c in reversed(p.all_coeffs())]
