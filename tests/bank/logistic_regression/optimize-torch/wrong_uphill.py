# Symptom: the cost rises from step to step.
def optimize_torch(w, b, X, y, lr, steps):
    w, b, costs = w.detach().clone(), b.detach().clone(), []
    for _ in range(steps):
        grads, cost = propagate_torch(w, b, X, y)
        w, b = w + lr * grads["dw"], b + lr * grads["db"]
        costs.append(cost)
    return w, b, costs
