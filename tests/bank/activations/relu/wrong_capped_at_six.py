# Symptom: all visible checks pass; large inputs are cut off.
def relu(z):
    return np.clip(z, 0, 6)
