# Symptom: None comes back.
def relu(z):
    np.maximum(0, z)
