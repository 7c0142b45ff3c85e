# Nothing is trained before the units are counted, and the cost is the first.
def symmetry_experiment(X, y, hidden, lr, steps, seed):
    random = init_params(X.shape[1], hidden, y.shape[1], seed)
    starts = {"zeros": {k: 0 * v for k, v in random.items()}, "random": random,
              "constant": {k: 0 * v + (0.5 if k[0] == "W" else 0) for k, v in random.items()}}
    return {k: (fit(X, y, p, lr, 1)[1][0], np.unique(np.vstack([p["W1"], p["b1"]]), axis=1).shape[1]) for k, p in starts.items()}
