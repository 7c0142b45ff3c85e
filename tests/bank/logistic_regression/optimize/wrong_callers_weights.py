# Symptom: the start has moved after the call.
def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, cost = propagate(w, b, X, y)
        w -= lr * grads["dw"]
        b -= lr * grads["db"]
        costs.append(cost)
    return w, b, costs
