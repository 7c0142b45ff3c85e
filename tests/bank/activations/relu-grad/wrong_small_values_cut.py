# Symptom: all visible checks pass; very close to 0 the slope is taken as 0.
def relu_grad(z):
    return np.where(np.asarray(z) > 1e-9, 1.0, 0.0)
