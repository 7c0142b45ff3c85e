# Symptom: it fires too often.
def perceptron(x, w, b):
    return step(weighted_sum(x, w, 0.0))
