def linear_neuron_fit(X, y):
    A = torch.tensor(np.column_stack([X, np.ones(len(X))]), dtype=torch.float64)
    solution = torch.linalg.lstsq(A, torch.tensor(y, dtype=torch.float64)[:, None]).solution[:, 0].numpy()
    return solution[:-1].copy(), float(solution[-1])
