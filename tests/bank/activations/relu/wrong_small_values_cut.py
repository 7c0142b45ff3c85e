# Symptom: all visible checks pass; tiny positive inputs become 0.
def relu(z):
    z = np.asarray(z)
    return np.where(z > 1e-8, z, 0.0)
