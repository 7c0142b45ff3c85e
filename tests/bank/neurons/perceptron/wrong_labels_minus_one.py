# Symptom: -1 where 0 is expected.
def perceptron(x, w, b):
    return 2 * step(weighted_sum(x, w, b)) - 1
