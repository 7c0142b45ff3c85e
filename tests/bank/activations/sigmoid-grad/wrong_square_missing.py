# Symptom: 0.5 where 0.25 is expected: exp(-z) / (1 + exp(-z)).
def sigmoid_grad(z):
    return np.exp(-z) / (1 + np.exp(-z))
