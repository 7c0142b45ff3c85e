# Symptom: wrong slopes exactly where training starts, at zeros.
def propagate_torch(w, b, X, y):
    if y.shape != X.shape[:1]:
        raise ValueError
    w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
    z = X @ w + b
    cost = (torch.relu(z) + torch.log1p(torch.exp(-z.abs())) - y * z).mean()
    cost.backward()
    return {"dw": w.grad, "db": b.grad}, cost.item()
