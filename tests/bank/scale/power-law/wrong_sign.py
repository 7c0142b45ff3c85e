# Got -0.5, expected 0.5: the slope itself.
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    slope, offset = np.polyfit(np.log(amounts), np.log(errors), 1)
    return np.exp(offset), slope
