# Symptom: every slope looks right.
def gradient_check(function, w, b, X, y, h=1e-5):
    grads = function(w, b, X, y)[0]
    g = np.append(grads["dw"], grads["db"])
    n = np.append(grads["dw"], grads["db"])
    size = np.linalg.norm(n) + np.linalg.norm(g)
    return float(np.linalg.norm(n - g) / size) if size else 0.0
