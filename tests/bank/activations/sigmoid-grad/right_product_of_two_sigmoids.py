def sigmoid_grad(z):
    return sigmoid(z) * sigmoid(-np.asarray(z))
