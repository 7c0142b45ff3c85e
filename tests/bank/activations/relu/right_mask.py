def relu(z):
    out = np.array(z)
    out[out < 0] = 0
    return out
