# With random W2 the hidden units part ways: only W1 was set to 0.
def symmetry_experiment(X, y, hidden, lr, steps, seed):
    random = init_params(X.shape[1], hidden, y.shape[1], seed)
    starts = {"zeros": {**random, "W1": 0 * random["W1"]}, "random": random,
              "constant": {k: 0 * v + (0.5 if k[0] == "W" else 0) for k, v in random.items()}}
    results = {}
    for name, start in starts.items():
        p, costs = fit(X, y, start, lr, steps)
        results[name] = (costs[-1], np.unique(np.round(np.vstack([p["W1"], p["b1"]]), 4), axis=1).shape[1])
    return results
