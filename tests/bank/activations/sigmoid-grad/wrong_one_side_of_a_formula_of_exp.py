# Symptom: all visible checks pass; nan far out, from inf / inf.
def sigmoid_grad(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
