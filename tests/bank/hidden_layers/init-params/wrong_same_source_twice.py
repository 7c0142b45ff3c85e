# W2 repeats the numbers of W1: a new source with the same seed.
def init_params(d, hidden, m, seed):
    W1 = np.random.default_rng(seed).normal(size=(d, hidden)) / np.sqrt(d)
    W2 = np.random.default_rng(seed).normal(size=(hidden, m)) / np.sqrt(hidden)
    return {"W1": W1, "b1": np.zeros((1, hidden)), "W2": W2, "b2": np.zeros((1, m))}
