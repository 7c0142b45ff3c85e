# All columns of W1 are equal: zeros.
def init_params(d, hidden, m, seed):
    return {"W1": np.zeros((d, hidden)), "b1": np.zeros((1, hidden)), "W2": np.zeros((hidden, m)), "b2": np.zeros((1, m))}
