# Divided by n_in, and not by its root.
def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    return {"W1": g.normal(size=(d, hidden)) / d, "b1": np.zeros((1, hidden)), "W2": g.normal(size=(hidden, m)) / hidden, "b2": np.zeros((1, m))}
