# Symptom: dtype torch.int64.
def step_torch(z, threshold=0.0):
    return (z >= threshold).int()
