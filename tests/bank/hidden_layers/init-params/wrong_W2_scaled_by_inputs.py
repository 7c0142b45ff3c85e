# W2 is divided by the root of d: not its own incoming values.
def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    return {"W1": g.normal(size=(d, hidden)) / np.sqrt(d), "b1": np.zeros((1, hidden)), "W2": g.normal(size=(hidden, m)) / np.sqrt(d), "b2": np.zeros((1, m))}
