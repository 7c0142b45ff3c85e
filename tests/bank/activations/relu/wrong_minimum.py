# Symptom: the negative values are kept, the positive ones cut off.
def relu(z):
    return np.minimum(0, z)
