# Symptom: a quarter of what it should be at 0, from the slope of the sigmoid.
def tanh_grad(z):
    return sigmoid_grad(2 * np.asarray(z))
