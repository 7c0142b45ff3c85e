# Symptom: True and False where 1 and 0 are expected.
def perceptron(x, w, b):
    return weighted_sum(x, w, b) >= 0
