# Symptom: all visible checks pass; for n = 30 the last digits are wrong.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    P = np.polynomial.Polynomial
    p = P([0, 1])
    for _ in range(n):
        p = p.deriv() * P([0, 1, -1])
    return [int(round(c)) for c in p.coef]
