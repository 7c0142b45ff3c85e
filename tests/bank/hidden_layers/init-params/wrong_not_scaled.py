# The standard deviation stays 1, whatever the number of inputs.
def init_params(d, hidden, m, seed):
    g = np.random.default_rng(seed)
    return {"W1": g.normal(size=(d, hidden)), "b1": np.zeros((1, hidden)), "W2": g.normal(size=(hidden, m)), "b2": np.zeros((1, m))}
