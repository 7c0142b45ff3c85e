# Got 0.0825, expected 0.5: only the errors are turned into logarithms.
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    slope, offset = np.polyfit(amounts, np.log(errors), 1)
    return np.exp(offset), -slope
