# Symptom: value 0 is array([1.]) where array([2.]) is expected.
def linear_neuron_fit(X, y):
    with_ones = np.column_stack([np.ones(len(X)), X])
    solution = np.linalg.lstsq(with_ones, y, rcond=None)[0]
    return solution[:-1], solution[-1]
