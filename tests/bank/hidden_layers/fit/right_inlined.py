def fit(X, y, params, lr, steps):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    costs = []
    for step in range(steps):
        A1 = np.tanh(X @ W1 + b1)
        Z2 = A1 @ W2 + b2
        costs.append(np.mean(np.logaddexp(0, Z2) - y * Z2))
        d2 = (sigmoid(Z2) - y) / y.size
        d1 = d2 @ W2.T * (1 - A1**2)
        W1, b1, W2, b2 = W1 - lr * X.T @ d1, b1 - lr * d1.sum(0, keepdims=True), W2 - lr * A1.T @ d2, b2 - lr * d2.sum(0, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, costs
