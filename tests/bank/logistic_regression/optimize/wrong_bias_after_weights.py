# Symptom: the path is off from the second step on.
def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, cost = propagate(w, b, X, y)
        w = w - lr * grads["dw"]
        b = b - lr * propagate(w, b, X, y)[0]["db"]
        costs.append(cost)
    return w, b, costs
