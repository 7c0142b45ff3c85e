# Symptom: each rate begins where the one before it ended.
def learning_rate_study(X, y, rates, steps):
    costs = {}
    w, b = initialize(X.shape[1])
    for rate in rates:
        w, b, costs[rate] = optimize(w, b, X, y, rate, steps)
    best = min((rate for rate in rates if np.isfinite(costs[rate][-1])), key=lambda rate: costs[rate][-1])
    return best, costs
