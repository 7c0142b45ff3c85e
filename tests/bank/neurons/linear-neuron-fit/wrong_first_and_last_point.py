# Symptom: only two of four points count.
def linear_neuron_fit(X, y):
    w = (y[-1] - y[0]) / (X[-1] - X[0])
    return w, y[0] - X[0] @ w
