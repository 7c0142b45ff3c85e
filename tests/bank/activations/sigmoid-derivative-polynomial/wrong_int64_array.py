# Symptom: an array comes back where a list is expected; int64 overflows for n = 30.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    p = np.array([0, 1])
    for _ in range(n):
        k = np.arange(len(p) + 1)
        p = np.append(p, 0) * k
        p = p - np.append(0, p[:-1])
    return p
