# Symptom: the loop ends as soon as the cost rises, so there are fewer costs than steps.
def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        grads, cost = propagate(w, b, X, y)
        if costs and cost > costs[-1]:
            break
        w, b = w - lr * grads["dw"], b - lr * grads["db"]
        costs.append(cost)
    return w, b, costs
