# Symptom: negative inputs give -1.
def relu(z):
    z = np.asarray(z)
    return np.where(z > 0, z, np.sign(z))
