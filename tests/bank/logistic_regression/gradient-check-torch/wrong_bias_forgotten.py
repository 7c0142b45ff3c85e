# Symptom: a wrong db is not found.
def gradient_check_torch(function, w, b, X, y, h=1e-5):
    w, b, X, y = (t.detach().double() for t in (w, b, X, y))
    g = function(w, b, X, y)[0]["dw"]
    n = torch.zeros_like(g)
    for j, e in enumerate(h * torch.eye(len(g), dtype=w.dtype)):
        n[j] = (function(w + e, b, X, y)[1] - function(w - e, b, X, y)[1]) / (2 * h)
    size = (n.norm() + g.norm()).item()
    return (n - g).norm().item() / size if size else 0.0
