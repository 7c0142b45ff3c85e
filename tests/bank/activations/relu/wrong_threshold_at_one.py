# Symptom: 0.5 is cut off.
def relu(z):
    z = np.asarray(z)
    return np.where(z >= 1, z, 0.0)
