# Symptom: the weights are a little too small.
def linear_neuron_fit(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = np.linalg.solve(A.T @ A + 0.01 * np.eye(A.shape[1]), A.T @ y)
    return solution[:-1], solution[-1]
