# The number of hidden units is fixed.
def fit_restarts(X, y, hidden, lr, steps, seeds):
    runs = [fit(X, y, init_params(X.shape[1], 2, y.shape[1], s), lr, steps) for s in seeds]
    return min(runs, key=lambda run: run[1][-1])
