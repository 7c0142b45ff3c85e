def logistic_graph_torch(x1, x2, w1, w2, b, y):
    w1, w2, b = [torch.tensor(float(v), dtype=torch.float64, requires_grad=True) for v in (w1, w2, b)]
    p = 1 / (1 + torch.exp(-(w1 * x1 + w2 * x2 + b)))
    loss = -torch.log(p) if y else -torch.log(1 - p)
    loss.backward()
    return loss.item(), {"w1": w1.grad.item(), "w2": w2.grad.item(), "b": b.grad.item()}
