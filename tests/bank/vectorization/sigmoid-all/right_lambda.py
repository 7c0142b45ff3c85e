sigmoid_all = lambda Z: 1 / (1 + np.exp(-Z))
