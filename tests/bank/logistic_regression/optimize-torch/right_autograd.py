def optimize_torch(w, b, X, y, lr, steps):
    w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
    costs = []
    for _ in range(steps):
        cost = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y)
        w.grad = b.grad = None
        cost.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        costs.append(cost.item())
    return w.detach(), b.detach(), costs
