# inf or nan, and no ValueError, for an error of 0.
def power_law(amounts, errors):
    slope, offset = np.polyfit(np.log(amounts), np.log(np.maximum(errors, 1e-12)), 1)
    return np.exp(offset), -slope
