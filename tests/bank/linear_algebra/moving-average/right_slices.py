def moving_average(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    return np.array([x[i : i + width].mean() for i in range(len(x) - width + 1)])
