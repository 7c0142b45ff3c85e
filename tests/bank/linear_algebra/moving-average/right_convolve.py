def moving_average(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    return np.convolve(x, np.ones(width) / width, mode='valid')
