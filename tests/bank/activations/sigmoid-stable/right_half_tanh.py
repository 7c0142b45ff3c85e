def sigmoid_stable(z):
    return (np.tanh(np.asarray(z) / 2) + 1) / 2
