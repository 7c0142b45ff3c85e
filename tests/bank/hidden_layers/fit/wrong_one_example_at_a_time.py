# Each example makes a step of its own: another path.
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        costs.append(cost(forward(X, params)[1]["Z2"], y))
        for i in range(len(X)):
            x, t = X[i : i + 1], y[i : i + 1]
            params = update(params, backward(x, t, params, forward(x, params)[1]), lr / len(X))
    return params, costs
