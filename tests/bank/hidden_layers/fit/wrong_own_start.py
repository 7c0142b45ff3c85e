# The given start is ignored.
def fit(X, y, params, lr, steps):
    params, costs = init_params(*layer_sizes(X, y, params["W1"].shape[1]), 0), []
    for _ in range(steps):
        _, cache = forward(X, params)
        costs.append(cost(cache["Z2"], y))
        params = update(params, backward(X, y, params, cache), lr)
    return params, costs
