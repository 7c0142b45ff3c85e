# Symptom: each weight is fitted as if the other inputs did not exist.
def linear_neuron_fit(X, y):
    centred = X - X.mean(axis=0)
    w = centred.T @ (y - np.mean(y)) / (centred**2).sum(axis=0)
    return w, np.mean(y) - X.mean(axis=0) @ w
