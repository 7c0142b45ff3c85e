# Symptom: all visible checks pass; a slope between 0 and 1 for inputs between 0 and 1.
def relu_grad(z):
    return np.clip(np.asarray(z, dtype=float), 0, 1)
