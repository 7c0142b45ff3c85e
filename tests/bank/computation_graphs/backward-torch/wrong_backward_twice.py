# backward() runs twice, and retain_graph silences the error: every gradient is there twice.
def backward_torch(a, b, c):
    a, b, c = (torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in (a, b, c))
    d = b * c
    g = (a + d) ** (d * a)
    g.backward(retain_graph=True)
    g.backward()
    return {"a": a.grad.item(), "b": b.grad.item(), "c": c.grad.item()}
