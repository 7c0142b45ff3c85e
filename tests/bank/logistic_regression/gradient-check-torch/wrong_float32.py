# Symptom: right slopes look wrong, since the measured ones are mostly rounding.
def gradient_check_torch(function, w, b, X, y, h=1e-5):
    w, b, X, y = (t.detach() for t in (w, b, X, y))
    grads, _ = function(w, b, X, y)
    g = torch.cat([grads["dw"], grads["db"].reshape(1)])
    n = torch.zeros_like(g)
    for j, e in enumerate(h * torch.eye(len(g), dtype=w.dtype)):
        n[j] = (function(w + e[:-1], b + e[-1], X, y)[1] - function(w - e[:-1], b - e[-1], X, y)[1]) / (2 * h)
    size = (n.norm() + g.norm()).item()
    return (n - g).norm().item() / size if size else 0.0
