# Each call gives other numbers.
def init_params(d, hidden, m, seed):
    g = np.random.default_rng()
    return {"W1": g.normal(size=(d, hidden)) / np.sqrt(d), "b1": np.zeros((1, hidden)), "W2": g.normal(size=(hidden, m)) / np.sqrt(hidden), "b2": np.zeros((1, m))}
