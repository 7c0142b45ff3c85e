# Symptom: a rate that ends in nan comes out as the best when it stands first.
def learning_rate_study(X, y, rates, steps):
    costs = {}
    for rate in rates:
        w, b = initialize(X.shape[1])
        costs[rate] = optimize(w, b, X, y, rate, steps)[2]
    return min(rates, key=lambda rate: costs[rate][-1]), costs
