# Symptom: all steps go the same way; the slopes are computed once, before the loop.
def optimize(w, b, X, y, lr, steps):
    grads, costs = propagate(w, b, X, y)[0], []
    for _ in range(steps):
        costs.append(propagate(w, b, X, y)[1])
        w, b = w - lr * grads["dw"], b - lr * grads["db"]
    return w, b, costs
