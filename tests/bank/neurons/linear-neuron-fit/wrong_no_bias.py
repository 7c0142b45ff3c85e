# Symptom: the line goes through the origin.
def linear_neuron_fit(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0], 0.0
