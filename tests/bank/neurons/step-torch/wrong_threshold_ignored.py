# Symptom: with threshold 0.5 the sum 0.0 fires.
def step_torch(z, threshold=0.0):
    return (z >= 0).to(z.dtype)
