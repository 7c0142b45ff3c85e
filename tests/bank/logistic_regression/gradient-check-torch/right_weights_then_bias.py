def gradient_check_torch(function, w, b, X, y, h=1e-5):
    with torch.no_grad():
        w, b, X, y = w.to(torch.float64), b.to(torch.float64), X.to(torch.float64), y.to(torch.float64)
        n = torch.zeros(len(w) + 1, dtype=torch.float64)
        for j in range(len(w)):
            up, down = w.clone(), w.clone()
            up[j], down[j] = up[j] + h, down[j] - h
            n[j] = function(up, b, X, y)[1] - function(down, b, X, y)[1]
        n[-1] = function(w, b + h, X, y)[1] - function(w, b - h, X, y)[1]
        n = n / (2 * h)
        grads = function(w, b, X, y)[0]
        g = torch.hstack([grads["dw"], grads["db"]])
        lengths = float(torch.linalg.norm(n) + torch.linalg.norm(g))
        return float(torch.linalg.norm(n - g)) / lengths if lengths else 0.0
