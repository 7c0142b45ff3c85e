# Symptom: all visible checks pass; a coarse step is not the slope.
def sigmoid_grad(z):
    h = 1e-4
    return (sigmoid_stable(np.asarray(z) + h) - sigmoid_stable(z)) / h
