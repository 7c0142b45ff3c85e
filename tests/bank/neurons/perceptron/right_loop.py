def perceptron(x, w, b):
    x = np.asarray(x)
    if x.ndim == 1:
        return int(sum(float(p) * float(q) for p, q in zip(x, w)) + b >= 0)
    return np.array([perceptron(row, w, b) for row in x], dtype=int)
