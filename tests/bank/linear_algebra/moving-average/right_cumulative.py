def moving_average(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    c = np.concatenate([[0.0], np.cumsum(x, dtype=float)])
    return (c[width:] - c[:-width]) / width
