# Got (0.5, 0.8), expected (0.8, 0.5).
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    slope, offset = np.polyfit(np.log(amounts), np.log(errors), 1)
    return -slope, np.exp(offset)
