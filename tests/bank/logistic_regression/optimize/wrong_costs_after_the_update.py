# Symptom: the first cost is not that of the start.
def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, _ = propagate(w, b, X, y)
        w, b = w - lr * grads["dw"], b - lr * grads["db"]
        costs.append(propagate(w, b, X, y)[1])
    return w, b, costs
