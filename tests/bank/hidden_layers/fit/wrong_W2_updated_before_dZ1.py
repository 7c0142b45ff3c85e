# b1 and W1 take other steps: dZ1 sees the new W2.
def fit(X, y, params, lr, steps):
    p, costs = {k: v.copy() for k, v in params.items()}, []
    for _ in range(steps):
        A1 = np.tanh(X @ p["W1"] + p["b1"])
        Z2 = A1 @ p["W2"] + p["b2"]
        costs.append(cost(Z2, y))
        d2 = (sigmoid(Z2) - y) / y.size
        p["W2"] = p["W2"] - lr * A1.T @ d2
        p["b2"] = p["b2"] - lr * d2.sum(0, keepdims=True)
        d1 = d2 @ p["W2"].T * (1 - A1**2)
        p["W1"] = p["W1"] - lr * X.T @ d1
        p["b1"] = p["b1"] - lr * d1.sum(0, keepdims=True)
    return p, costs
