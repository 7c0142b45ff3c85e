def weighted_sum(x, w, b):
    return np.sum(np.asarray(x) * w, axis=-1) + b
