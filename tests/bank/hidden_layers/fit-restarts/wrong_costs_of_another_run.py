# The parameters of the best run, with the costs of the last.
def fit_restarts(X, y, hidden, lr, steps, seeds):
    runs = [fit(X, y, init_params(X.shape[1], hidden, y.shape[1], s), lr, steps) for s in seeds]
    return min(runs, key=lambda run: run[1][-1])[0], runs[-1][1]
