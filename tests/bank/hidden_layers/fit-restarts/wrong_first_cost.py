# The run with the lowest cost at its start is kept.
def fit_restarts(X, y, hidden, lr, steps, seeds):
    runs = [fit(X, y, init_params(X.shape[1], hidden, y.shape[1], s), lr, steps) for s in seeds]
    return min(runs, key=lambda run: run[1][0])
