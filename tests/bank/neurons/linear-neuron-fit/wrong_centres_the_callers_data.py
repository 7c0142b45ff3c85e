# Symptom: the check says that the argument is not as it was.
def linear_neuron_fit(X, y):
    X_mean, y_mean = X.mean(axis=0), y.mean()
    X -= X_mean
    w = np.linalg.lstsq(X, y - y_mean, rcond=None)[0]
    return w, y_mean - X_mean @ w
