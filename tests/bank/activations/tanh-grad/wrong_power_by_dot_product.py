# Symptom: @ adds up what should stay apart.
def tanh_grad(z):
    t = np.atleast_1d(np.tanh(z))
    return 1 - t @ t
