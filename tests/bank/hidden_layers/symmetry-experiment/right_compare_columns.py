def symmetry_experiment(X, y, hidden, lr, steps, seed):
    d, m = X.shape[1], y.shape[1]
    def filled(w):
        return {"W1": np.full((d, hidden), w), "b1": np.zeros((1, hidden)), "W2": np.full((hidden, m), w), "b2": np.zeros((1, m))}
    def judge(start):
        params, costs = fit(X, y, start, lr, steps)
        units = {tuple(round(float(v), 4) + 0.0 for v in [*params["W1"][:, j], params["b1"][0, j]]) for j in range(hidden)}
        return costs[-1], len(units)
    return {"zeros": judge(filled(0.0)), "constant": judge(filled(0.5)), "random": judge(init_params(d, hidden, m, seed))}
