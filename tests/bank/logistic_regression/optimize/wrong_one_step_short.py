# Symptom: one update is missing.
def optimize(w, b, X, y, lr, steps):
    costs = []
    for step in range(steps):
        grads, cost = propagate(w, b, X, y)
        costs.append(cost)
        if step < steps - 1 or steps == 1:
            w, b = w - lr * grads["dw"], b - lr * grads["db"]
    return w, b, costs
