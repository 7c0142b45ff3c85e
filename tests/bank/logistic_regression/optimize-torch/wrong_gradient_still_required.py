# Symptom: what comes back still requires a gradient.
def optimize_torch(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, cost = propagate_torch(w, b, X, y)
        w, b = w - lr * grads["dw"], b - lr * grads["db"]
        costs.append(cost)
    return w, b, costs
