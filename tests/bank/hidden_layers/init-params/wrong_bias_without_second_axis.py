# The biases have the shape (hidden,).
def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    return {"W1": g.normal(size=(d, hidden)) / np.sqrt(d), "b1": np.zeros(hidden), "W2": g.normal(size=(hidden, m)) / np.sqrt(hidden), "b2": np.zeros(m)}
