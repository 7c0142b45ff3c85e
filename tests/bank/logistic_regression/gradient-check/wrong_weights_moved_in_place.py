# Symptom: the caller's weights are not quite what they were.
def gradient_check(function, w, b, X, y, h=1e-5):
    grads = function(w, b, X, y)[0]
    g = np.append(grads["dw"], grads["db"])
    n = []
    for j in range(len(w)):
        w[j] += h
        up = function(w, b, X, y)[1]
        w[j] -= 2 * h
        n.append((up - function(w, b, X, y)[1]) / (2 * h))
        w[j] += h
    n = np.array([*n, (function(w, b + h, X, y)[1] - function(w, b - h, X, y)[1]) / (2 * h)])
    size = np.linalg.norm(n) + np.linalg.norm(g)
    return float(np.linalg.norm(n - g) / size) if size else 0.0
