# The biases are random too.
def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    return {"W1": g.normal(size=(d, hidden)) / np.sqrt(d), "b1": g.normal(size=(1, hidden)), "W2": g.normal(size=(hidden, m)) / np.sqrt(hidden), "b2": g.normal(size=(1, m))}
