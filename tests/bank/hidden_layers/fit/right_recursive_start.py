def fit(X, y, params, lr, steps):
    params, costs = dict(params), []
    while len(costs) < steps:
        cache = forward(X, params)[1]
        costs += [cost(cache["Z2"], y)]
        grads = backward(X, y, params, cache)
        params = {k: v - lr * grads[k] for k, v in params.items()}
    return params, costs
