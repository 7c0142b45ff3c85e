# p becomes a plain number, so the loss knows no parameter: backward() raises.
def logistic_graph_torch(x1, x2, w1, w2, b, y):
    w1, w2, b = [torch.tensor(float(v), dtype=torch.float64, requires_grad=True) for v in (w1, w2, b)]
    p = torch.sigmoid(w1 * x1 + w2 * x2 + b).item()
    loss = torch.tensor(-(y * math.log(p) + (1 - y) * math.log(1 - p)))
    loss.backward()
    return loss.item(), {"w1": w1.grad.item(), "w2": w2.grad.item(), "b": b.grad.item()}
