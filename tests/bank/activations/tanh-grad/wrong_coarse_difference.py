# Symptom: all visible checks pass; a coarse step is not the slope.
def tanh_grad(z):
    h = 1e-4
    return (np.tanh(np.asarray(z) + h) - np.tanh(z)) / h
