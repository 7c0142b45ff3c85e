def relu_grad(z):
    z = np.asarray(z, dtype=float)
    out = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            out[index] = 1.0
    return out
