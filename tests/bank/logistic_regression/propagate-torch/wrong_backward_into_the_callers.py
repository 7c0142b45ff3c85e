# Symptom: the caller's .grad is filled, and a second call adds to it.
def propagate_torch(w, b, X, y):
    if y.shape != X.shape[:1]:
        raise ValueError
    w.requires_grad_()
    b.requires_grad_()
    cost = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y)
    cost.backward()
    return {"dw": w.grad.clone(), "db": b.grad.clone()}, cost.item()
