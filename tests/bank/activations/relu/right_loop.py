def relu(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            out[index] = z[index]
    return out
