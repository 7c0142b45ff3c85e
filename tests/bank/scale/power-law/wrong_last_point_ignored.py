# The last point does not count.
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    slope, offset = np.polyfit(np.log(amounts[:-1]), np.log(errors[:-1]), 1) if len(amounts) > 2 else np.polyfit(np.log(amounts), np.log(errors), 1)
    return np.exp(offset), -slope
