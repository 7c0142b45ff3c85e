# Symptom: an array where a tensor is expected.
def step_torch(z, threshold=0.0):
    return np.where(z.numpy() >= threshold, 1.0, 0.0)
