# Nothing moves: the result of update is dropped.
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        _, cache = forward(X, params)
        costs.append(cost(cache["Z2"], y))
        update(params, backward(X, y, params, cache), lr)
    return params, costs
