def relu_grad(z):
    return (np.asarray(z) > 0).astype(float)
