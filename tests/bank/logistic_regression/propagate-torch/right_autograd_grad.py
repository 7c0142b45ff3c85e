def propagate_torch(w, b, X, y):
    if y.ndim != 1 or len(y) != len(X):
        raise ValueError("y must have the shape (m,)")
    leaves = [t.detach().clone().requires_grad_(True) for t in (w, b)]
    z = X @ leaves[0] + leaves[1]
    cost = torch.logaddexp(torch.zeros_like(z), z).mean() - (y * z).mean()
    dw, db = torch.autograd.grad(cost, leaves)
    return {"dw": dw, "db": db}, cost.item()
