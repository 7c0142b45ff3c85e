# Symptom: None comes back.
def tanh(z):
    np.tanh(z)
