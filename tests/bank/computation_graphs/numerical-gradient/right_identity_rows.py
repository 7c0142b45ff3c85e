def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([f(x + s) - f(x - s) for s in steps]).reshape(x.shape) / (2 * h)
