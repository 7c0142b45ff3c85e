# Symptom: an example on the boundary does not fire.
def perceptron(x, w, b):
    return np.where(np.asarray(x) @ w + b > 0, 1, 0)
