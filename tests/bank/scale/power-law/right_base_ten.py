def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    x, y = np.log10(amounts), np.log10(errors)
    slope = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
    return float(10 ** (y.mean() - slope * x.mean())), float(-slope)
