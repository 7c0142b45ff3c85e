# Symptom: 0/0 where all slopes are 0.
def gradient_check(function, w, b, X, y, h=1e-5):
    grads = function(w, b, X, y)[0]
    g = np.append(grads["dw"], grads["db"])
    n = np.zeros(len(g))
    for j, e in enumerate(h * np.eye(len(g))):
        n[j] = (function(w + e[:-1], b + e[-1], X, y)[1] - function(w - e[:-1], b - e[-1], X, y)[1]) / (2 * h)
    return float(np.linalg.norm(n - g) / (np.linalg.norm(n) + np.linalg.norm(g)))
