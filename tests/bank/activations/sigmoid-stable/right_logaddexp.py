def sigmoid_stable(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))
