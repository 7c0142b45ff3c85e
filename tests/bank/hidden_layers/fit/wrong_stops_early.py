# Fewer costs than steps: it stops when the cost is small.
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        _, cache = forward(X, params)
        costs.append(cost(cache["Z2"], y))
        if costs[-1] < 1e-4:
            break
        params = update(params, backward(X, y, params, cache), lr)
    return params, costs
