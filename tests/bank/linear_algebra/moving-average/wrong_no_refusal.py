# A width larger than n gives numbers: convolve exchanges its arguments.
def moving_average(x, width):
    return np.convolve(x, np.ones(max(width, 1)) / max(width, 1), mode='valid')
