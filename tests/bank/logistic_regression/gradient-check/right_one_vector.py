def gradient_check(function, w, b, X, y, h=1e-5):
    point = np.append(np.asarray(w, dtype=float), float(b))

    def cost(at):
        return float(function(at[:-1].copy(), float(at[-1]), X, y)[1])

    measured = []
    for j in range(point.size):
        up, down = point.copy(), point.copy()
        up[j] += h
        down[j] -= h
        measured.append((cost(up) - cost(down)) / (2 * h))
    grads = function(point[:-1].copy(), float(point[-1]), X, y)[0]
    given = np.concatenate([np.ravel(grads["dw"]), np.ravel(grads["db"])])
    top = np.sqrt(np.sum((np.array(measured) - given) ** 2))
    bottom = np.sqrt(np.sum(np.square(measured))) + np.sqrt(np.sum(given**2))
    return 0.0 if bottom == 0 else top / bottom
