# Symptom: the slope is that of the line through the origin.
def linear_neuron_fit(X, y):
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    return w, np.mean(y) - X.mean(axis=0) @ w
