# Symptom: the truth value of an array is ambiguous.
def xor(x1, x2):
    return 1 if (x1 >= 0.5) != (x2 >= 0.5) else 0
