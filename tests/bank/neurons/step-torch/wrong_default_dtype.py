# Symptom: float32 also for float64 inputs.
def step_torch(z, threshold=0.0):
    return torch.where(z >= threshold, 1.0, 0.0)
