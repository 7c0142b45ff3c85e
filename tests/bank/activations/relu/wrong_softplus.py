# Symptom: smooth where the bend should be: 0.6931 at 0.
def relu(z):
    return np.log1p(np.exp(-np.abs(z))) + np.maximum(0, z)
