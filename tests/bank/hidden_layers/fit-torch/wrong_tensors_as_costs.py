# The costs are tensors that hold their graphs.
def fit_torch(X, y, params, lr, steps):
    costs = []
    params = {k: v.detach().clone() for k, v in params.items()}
    for _ in range(steps):
        costs.append(cost_torch(forward_torch(X, params)[1]["Z2"], y))
        grads = backward_torch(X, y, params)
        params = {k: params[k] - lr * grads[k] for k in params}
    return params, costs
