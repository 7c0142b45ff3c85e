def sigmoid_derivative_polynomial(n):
    # c_k of order n + 1 is k c_k - (k - 1) c_(k - 1) of order n
    if n < 0:
        raise ValueError(n)
    if n == 0:
        return [0, 1]
    c = sigmoid_derivative_polynomial(n - 1) + [0]
    return [k * c[k] - (k - 1) * c[k - 1] if k else 0 for k in range(len(c))]
