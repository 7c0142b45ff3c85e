# Symptom: the truth value of an array is ambiguous.
def perceptron(x, w, b):
    return 1 if weighted_sum(x, w, b) >= 0 else 0
