def init_params(d, hidden, m, seed):
    np.random.seed(seed)
    return {"W1": np.random.randn(d, hidden) * d**-0.5, "b1": np.zeros((1, hidden)),
            "W2": np.random.randn(hidden, m) * hidden**-0.5, "b2": np.zeros((1, m))}
