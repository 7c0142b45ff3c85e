# The caller's start is trained.
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        _, cache = forward(X, params)
        costs.append(cost(cache["Z2"], y))
        grads = backward(X, y, params, cache)
        for k in params:
            params[k] -= lr * grads[k]
    return params, costs
