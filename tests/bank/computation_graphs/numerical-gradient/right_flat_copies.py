def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    slopes = []
    for i in range(x.size):
        up, down = x.flatten(), x.flatten()
        up[i] += h
        down[i] -= h
        slopes.append((f(up.reshape(x.shape)) - f(down.reshape(x.shape))) / (2 * h))
    return np.array(slopes).reshape(x.shape)
