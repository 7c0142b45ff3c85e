# Symptom: the truth value of an array is ambiguous.
def relu(z):
    return max(0, z)
