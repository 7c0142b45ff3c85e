# Symptom: every run starts at zeros.
def optimize(w, b, X, y, lr, steps):
    if steps:
        w, b = np.zeros(len(w)), 0.0
    costs = []
    for _ in range(steps):
        grads, cost = propagate(w, b, X, y)
        w, b = w - lr * grads["dw"], b - lr * grads["db"]
        costs.append(cost)
    return w, b, costs
