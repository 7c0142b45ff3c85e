# Symptom: all visible checks pass; far out 2e-9 is not 0.
def sigmoid_stable(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))
