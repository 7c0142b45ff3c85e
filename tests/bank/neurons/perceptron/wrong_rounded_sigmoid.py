# Symptom: all visible checks but the one on the boundary pass; round(0.5) is 0.
def perceptron(x, w, b):
    return np.round(1 / (1 + np.exp(-weighted_sum(x, w, b)))).astype(int)
