# Symptom: all visible checks pass; real inputs give fractions.
def xor(x1, x2):
    return x1 + x2 - 2 * x1 * x2
