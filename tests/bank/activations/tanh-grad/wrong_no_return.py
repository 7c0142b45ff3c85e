# Symptom: None comes back.
def tanh_grad(z):
    t = np.tanh(z)
    print(1 - t**2)
