# Symptom: the values are near, and not there.
def linear_neuron_fit(X, y):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(50):
        error = X @ w + b - y
        w, b = w - 0.1 * X.T @ error / len(y), b - 0.1 * error.mean()
    return w, b
