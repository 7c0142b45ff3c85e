# Symptom: right slopes of a steep cost look wrong: the error is about h.
def gradient_check(function, w, b, X, y, h=1e-5):
    grads, here = function(w, b, X, y)
    g = np.append(grads["dw"], grads["db"])
    n = np.zeros(len(g))
    for j, e in enumerate(h * np.eye(len(g))):
        n[j] = (function(w + e[:-1], b + e[-1], X, y)[1] - here) / h
    size = np.linalg.norm(n) + np.linalg.norm(g)
    return float(np.linalg.norm(n - g) / size) if size else 0.0
