# Symptom: 2 in place of e.
def sigmoid(z):
    return 1 / (1 + 2.0 ** (-np.asarray(z)))
