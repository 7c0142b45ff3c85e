# Symptom: the check with two inputs fails.
def linear_neuron_fit(X, y):
    x = X[:, 0]
    w = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return np.array([w]), y.mean() - w * x.mean()
