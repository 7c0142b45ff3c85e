# Symptom: @ adds up what should stay apart.
def sigmoid_grad(z):
    s = np.atleast_1d(sigmoid_stable(z))
    return s @ (1 - s)
