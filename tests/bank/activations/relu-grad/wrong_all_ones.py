# Symptom: 1 on the left too: the slope of the linear activation.
def relu_grad(z):
    return np.ones(np.shape(z))
