def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    design = np.stack([np.ones(len(amounts)), np.log(amounts)], axis=1)
    offset, slope = np.linalg.lstsq(design, np.log(errors), rcond=None)[0]
    return np.exp(offset), -slope
