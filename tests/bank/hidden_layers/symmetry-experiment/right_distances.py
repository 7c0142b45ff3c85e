def symmetry_experiment(X, y, hidden, lr, steps, seed):
    random = init_params(X.shape[1], hidden, y.shape[1], seed)
    half = {k: np.zeros_like(v) + (0.5 if k in ("W1", "W2") else 0) for k, v in random.items()}
    nothing = {k: 0 * v for k, v in random.items()}
    answers = {}
    for name, start in (("random", random), ("constant", half), ("zeros", nothing)):
        params, costs = fit(X, y, start, lr, steps)
        rows = np.round(np.concatenate([params["W1"], params["b1"]]).T, 4)
        new = [not any(np.allclose(row, other, atol=5e-5) for other in rows[:j]) for j, row in enumerate(rows)]
        answers[name] = (float(costs[-1]), int(sum(new)))
    return answers
