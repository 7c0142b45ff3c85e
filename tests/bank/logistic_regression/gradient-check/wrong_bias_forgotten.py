# Symptom: a wrong db is not found.
def gradient_check(function, w, b, X, y, h=1e-5):
    g = function(w, b, X, y)[0]["dw"]
    n = np.array([(function(w + e, b, X, y)[1] - function(w - e, b, X, y)[1]) / (2 * h) for e in h * np.eye(len(w))])
    size = np.linalg.norm(n) + np.linalg.norm(g)
    return float(np.linalg.norm(n - g) / size) if size else 0.0
