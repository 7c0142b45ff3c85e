def init_params(d, hidden, m, seed):
    g = np.random.default_rng([seed, 7])
    def layer(i, o):
        width = np.sqrt(3 / i)
        return g.uniform(-width, width, (i, o))
    return dict(W2=layer(hidden, m), b2=np.zeros((1, m)), W1=layer(d, hidden), b1=np.zeros((1, hidden)))
