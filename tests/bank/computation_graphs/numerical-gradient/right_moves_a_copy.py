def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    result = np.empty(x.shape)
    for place in np.ndindex(*x.shape):
        old = x[place]
        x[place] = old + h
        up = f(x)
        x[place] = old - h
        down = f(x)
        x[place] = old
        result[place] = (up - down) / (2 * h)
    return result
