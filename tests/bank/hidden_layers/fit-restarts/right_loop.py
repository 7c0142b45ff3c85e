def fit_restarts(X, y, hidden, lr, steps, seeds):
    best = None
    for seed in seeds:
        start = init_params(X.shape[1], hidden, y.shape[1], seed)
        run = fit(X, y, start, lr, steps)
        if best is None or run[1][-1] < best[1][-1]:
            best = run
    return best
