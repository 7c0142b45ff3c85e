# Symptom: b comes first.
def linear_neuron_fit(X, y):
    solution = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)[0]
    return solution[-1], solution[:-1]
