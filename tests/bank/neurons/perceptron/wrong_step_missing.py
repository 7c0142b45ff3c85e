# Symptom: the sum comes back.
def perceptron(x, w, b):
    return weighted_sum(x, w, b)
