# Symptom: the caller's parameters move.
def optimize_torch(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, cost = propagate_torch(w, b, X, y)
        with torch.no_grad():
            w -= lr * grads["dw"]
            b -= lr * grads["db"]
        costs.append(cost)
    return w.detach(), b.detach(), costs
