# Got 0.7, expected 0.8: a line through the errors themselves.
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    slope, offset = np.polyfit(amounts, errors, 1)
    return offset, -slope
