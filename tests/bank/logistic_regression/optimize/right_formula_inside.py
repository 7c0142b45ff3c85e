def optimize(w, b, X, y, lr, steps):
    w, b, costs = np.array(w, dtype=float), float(b), []
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    while len(costs) < steps:
        z = X @ w + b
        costs.append(np.mean(np.logaddexp(0, z) - y * z))
        t = np.exp(-np.abs(z))
        mistake = np.where(z >= 0, 1, t) / (1 + t) - y
        w -= lr * (mistake @ X) / len(y)
        b -= lr * float(mistake.mean())
    return w, b, costs
