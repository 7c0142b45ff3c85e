# The means are written into an integer array.
def moving_average(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    y = np.zeros(len(x) - width + 1, dtype=x.dtype)
    for i in range(len(y)):
        y[i] = x[i : i + width].sum() / width
    return y
