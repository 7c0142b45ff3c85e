def sigmoid(z):
    z = np.array(z, dtype=float)
    return (1 + np.e**-z) ** -1
