# Symptom: 'bool' object has no attribute 'astype'.
def step(z, threshold=0.0):
    return (z >= threshold).astype(int)
