# d is cut off from the graph, so nothing reaches b and c, and a loses a path.
def backward_torch(a, b, c):
    a, b, c = (torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in (a, b, c))
    d = (b * c).detach()
    ((a + d) ** (d * a)).backward()
    return {name: 0.0 if leaf.grad is None else leaf.grad.item() for name, leaf in {"a": a, "b": b, "c": c}.items()}
