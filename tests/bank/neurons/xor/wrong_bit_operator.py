# Symptom: all visible checks pass; ^ refuses real numbers.
def xor(x1, x2):
    return x1 ^ x2
