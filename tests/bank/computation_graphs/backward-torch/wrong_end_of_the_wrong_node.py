# backward() is called on f, and not on g.
def backward_torch(a, b, c):
    a, b, c = (torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in (a, b, c))
    d = b * c
    f = d * a
    f.backward()
    return {"a": a.grad.item(), "b": b.grad.item(), "c": c.grad.item()}
