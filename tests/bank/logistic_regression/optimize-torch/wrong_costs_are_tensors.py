# Symptom: the list holds tensors, each with its graph.
def optimize_torch(w, b, X, y, lr, steps):
    w, b, costs = w.detach().clone(), b.detach().clone(), []
    for _ in range(steps):
        grads, cost = propagate_torch(w, b, X, y)
        w, b = w - lr * grads["dw"], b - lr * grads["db"]
        costs.append(torch.tensor([cost]))
    return w, b, costs
