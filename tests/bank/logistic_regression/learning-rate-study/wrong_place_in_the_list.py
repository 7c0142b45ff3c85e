# Symptom: the place of the best rate comes back.
def learning_rate_study(X, y, rates, steps):
    costs = {}
    for rate in rates:
        w, b = initialize(X.shape[1])
        costs[rate] = optimize(w, b, X, y, rate, steps)[2]
    return int(np.nanargmin([costs[rate][-1] for rate in rates])), costs
