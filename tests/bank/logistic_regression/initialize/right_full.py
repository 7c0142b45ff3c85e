def initialize(dim):
    w = np.full(shape=(dim,), fill_value=0.0)
    return w, np.float64(0)
