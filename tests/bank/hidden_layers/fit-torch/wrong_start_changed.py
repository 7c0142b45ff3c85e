# The caller's start is trained.
def fit_torch(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        costs.append(cost_torch(forward_torch(X, params)[1]["Z2"], y).item())
        grads = backward_torch(X, y, params)
        for k in params:
            params[k] -= lr * grads[k]
    return params, costs
