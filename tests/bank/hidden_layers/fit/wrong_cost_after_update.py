# The costs are those after each update.
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        _, cache = forward(X, params)
        params = update(params, backward(X, y, params, cache), lr)
        costs.append(cost(forward(X, params)[1]["Z2"], y))
    return params, costs
