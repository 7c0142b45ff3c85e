# Symptom: TypeError: the second argument of np.max is an axis.
def relu(z):
    return np.max(0, z)
