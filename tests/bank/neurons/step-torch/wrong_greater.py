# Symptom: a sum of exactly 0 does not fire.
def step_torch(z, threshold=0.0):
    return (z > threshold).to(z.dtype)
