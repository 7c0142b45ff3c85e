def relu(z):
    return 0.5 * (np.asarray(z) + np.abs(z))
