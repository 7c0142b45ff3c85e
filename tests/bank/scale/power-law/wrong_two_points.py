# Only the first and the last point count.
def power_law(amounts, errors):
    if min(errors) <= 0:
        raise ValueError('errors must be above 0')
    b = -np.log(errors[-1] / errors[0]) / np.log(amounts[-1] / amounts[0])
    return errors[0] * amounts[0] ** b, b
