# Symptom: negative inputs get the value of positive ones.
def sigmoid_stable(z):
    return 1 / (1 + np.exp(-np.abs(z)))
