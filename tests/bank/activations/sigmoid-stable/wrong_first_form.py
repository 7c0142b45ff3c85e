# Symptom: overflow at -1000, which NumPy only warns about.
def sigmoid_stable(z):
    return 1 / (1 + np.exp(-np.asarray(z)))
