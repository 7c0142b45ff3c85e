# Symptom: the largest rate whose cost fell counts as the best.
def learning_rate_study(X, y, rates, steps):
    costs = {}
    for rate in rates:
        w, b = initialize(X.shape[1])
        costs[rate] = optimize(w, b, X, y, rate, steps)[2]
    falling = [rate for rate in rates if costs[rate][-1] < costs[rate][0]] or list(rates)
    return max(falling), costs
