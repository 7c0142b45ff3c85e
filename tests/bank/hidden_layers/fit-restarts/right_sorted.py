def fit_restarts(X, y, hidden, lr, steps, seeds):
    runs = [fit(X, y, init_params(X.shape[1], hidden, y.shape[1], s), lr, steps) for s in seeds]
    ends = [costs[-1] for _, costs in runs]
    return runs[int(np.argmin(ends))]
