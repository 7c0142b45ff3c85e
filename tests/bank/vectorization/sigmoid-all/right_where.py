def sigmoid_all(Z):
    t = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1, t) / (1 + t)
