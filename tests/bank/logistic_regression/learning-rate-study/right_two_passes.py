def learning_rate_study(X, y, rates, steps):
    costs = {rate: optimize(*initialize(np.shape(X)[1]), X, y, rate, steps)[2] for rate in rates}
    best, lowest = None, float("inf")
    for rate, run in costs.items():
        if run[-1] < lowest:
            best, lowest = rate, run[-1]
    return best, costs
