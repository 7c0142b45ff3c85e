# backward() starts at the probability: these are the slopes of p, and not of the loss.
def logistic_graph_torch(x1, x2, w1, w2, b, y):
    w1, w2, b = [torch.tensor(float(v), dtype=torch.float64, requires_grad=True) for v in (w1, w2, b)]
    p = torch.sigmoid(w1 * x1 + w2 * x2 + b)
    loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p))
    p.backward()
    return loss.item(), {"w1": w1.grad.item(), "w2": w2.grad.item(), "b": b.grad.item()}
