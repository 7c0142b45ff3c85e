# The slopes come in one row, whatever the shape of x is.
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    slopes = []
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        slopes.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(slopes)
