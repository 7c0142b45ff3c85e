# Symptom: the truth value of an array is ambiguous.
def step(z, threshold=0.0):
    return 1 if z >= threshold else 0
