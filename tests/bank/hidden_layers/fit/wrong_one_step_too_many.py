# steps + 1 updates.
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps + 1):
        _, cache = forward(X, params)
        costs.append(cost(cache["Z2"], y))
        params = update(params, backward(X, y, params, cache), lr)
    return params, costs[:steps]
