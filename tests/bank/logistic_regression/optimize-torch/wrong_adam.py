# Symptom: the steps have another length; this is no plain gradient descent.
def optimize_torch(w, b, X, y, lr, steps):
    w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
    optimiser, costs = torch.optim.Adam([w, b], lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        cost = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y)
        cost.backward()
        optimiser.step()
        costs.append(cost.item())
    return w.detach(), b.detach(), costs
