def gradient_check(function, w, b, X, y, h=1e-5):
    dw = np.empty(len(w))
    for j in range(len(w)):
        moved = w.copy()
        moved[j] = w[j] + h
        dw[j] = function(moved, b, X, y)[1]
        moved[j] = w[j] - h
        dw[j] -= function(moved, b, X, y)[1]
    db = function(w, b + h, X, y)[1] - function(w, b - h, X, y)[1]
    n = np.array([*dw, db]) / (2 * h)
    grads = function(w, b, X, y)[0]
    g = np.array([*grads["dw"], grads["db"]])
    lengths = np.linalg.norm(n) + np.linalg.norm(g)
    if lengths == 0:
        return 0.0
    return np.linalg.norm(n - g) / lengths
