def predict(w, b, X, threshold=0.5):
    answers = np.zeros(len(X), dtype=np.int64)
    for i, x in enumerate(X):
        z = float(np.dot(x, w) + b)
        t = np.exp(-abs(z))
        p = 1 / (1 + t) if z >= 0 else t / (1 + t)
        answers[i] = 1 if p >= threshold else 0
    return answers
