def backward_torch(a, b, c):
    leaves = {name: torch.tensor(float(x), dtype=torch.float64, requires_grad=True) for name, x in zip("abc", (a, b, c))}
    d = leaves["b"] * leaves["c"]
    ((leaves["a"] + d) ** (d * leaves["a"])).backward()
    return {name: leaf.grad.item() for name, leaf in leaves.items()}
