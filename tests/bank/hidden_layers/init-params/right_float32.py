def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    W1 = g.standard_normal((d, hidden), dtype=np.float32) / np.float32(np.sqrt(d))
    W2 = g.standard_normal((hidden, m), dtype=np.float32) / np.float32(np.sqrt(hidden))
    return {"W1": W1, "b1": np.zeros((1, hidden), np.float32), "W2": W2, "b2": np.zeros((1, m), np.float32)}
