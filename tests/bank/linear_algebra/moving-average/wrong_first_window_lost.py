# No 0 in front of the cumulative sums: the first window is lost.
def moving_average(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    c = np.cumsum(x, dtype=float)
    return (c[width:] - c[:-width]) / width
