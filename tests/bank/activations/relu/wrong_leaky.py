# Symptom: -0.02 where 0 is expected.
def relu(z):
    z = np.asarray(z)
    return np.where(z > 0, z, 0.01 * z)
