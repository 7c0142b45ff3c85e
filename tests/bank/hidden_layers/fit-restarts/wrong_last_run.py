# The last run is kept, whatever it found.
def fit_restarts(X, y, hidden, lr, steps, seeds):
    for seed in seeds:
        run = fit(X, y, init_params(X.shape[1], hidden, y.shape[1], seed), lr, steps)
    return run
