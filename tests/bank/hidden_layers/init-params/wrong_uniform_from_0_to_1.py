# All weights are positive.
def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    return {"W1": g.random((d, hidden)) / np.sqrt(d), "b1": np.zeros((1, hidden)), "W2": g.random((hidden, m)) / np.sqrt(hidden), "b2": np.zeros((1, m))}
