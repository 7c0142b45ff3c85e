# Symptom: a rate that was low once and then bounced comes out as the best.
def learning_rate_study(X, y, rates, steps):
    costs = {}
    for rate in rates:
        w, b = initialize(X.shape[1])
        costs[rate] = optimize(w, b, X, y, rate, steps)[2]
    best = min((rate for rate in rates if np.isfinite(costs[rate][-1])), key=lambda rate: min(costs[rate]))
    return best, costs
