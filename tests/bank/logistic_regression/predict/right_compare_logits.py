def predict(w, b, X, threshold=0.5):
    limit = np.log(threshold) - np.log(1 - threshold)
    return np.where(X @ w + b >= limit, 1, 0)
