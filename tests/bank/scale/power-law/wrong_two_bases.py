# a is e to the power of a logarithm to base 10.
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    slope, offset = np.polyfit(np.log10(amounts), np.log10(errors), 1)
    return np.exp(offset), -slope
