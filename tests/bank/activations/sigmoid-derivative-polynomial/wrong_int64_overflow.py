# Symptom: all visible checks pass; int64 overflows silently beyond n = 20.
def sigmoid_derivative_polynomial(n):
    if n < 0:
        raise ValueError(n)
    p = np.array([0, 1])
    for _ in range(n):
        k = np.arange(len(p) + 1)
        p = np.append(p, 0) * k
        p = p - np.append(0, p[:-1])
    return p.tolist()
