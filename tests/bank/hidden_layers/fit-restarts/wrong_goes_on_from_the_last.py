# The next seed goes on where the last one ended, with the costs of all runs in one list.
def fit_restarts(X, y, hidden, lr, steps, seeds):
    params, costs = init_params(X.shape[1], hidden, y.shape[1], seeds[0]), []
    for _ in seeds:
        params, more = fit(X, y, params, lr, steps)
        costs = more
    return params, costs
