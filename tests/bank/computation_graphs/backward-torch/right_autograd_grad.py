def backward_torch(a, b, c):
    point = torch.tensor([a, b, c], dtype=torch.double).requires_grad_()
    u, v, w = point
    g = torch.pow(u + v * w, v * w * u)
    (slopes,) = torch.autograd.grad(g, point)
    return dict(zip("abc", slopes.tolist()))
