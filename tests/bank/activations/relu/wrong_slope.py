# Symptom: 1 where 3 is expected.
def relu(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
