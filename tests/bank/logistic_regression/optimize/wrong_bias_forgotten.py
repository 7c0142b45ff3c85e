# Symptom: the bias stays where it was.
def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, cost = propagate(w, b, X, y)
        w = w - lr * grads["dw"]
        costs.append(cost)
    return w, b, costs
