# Symptom: one answer for four examples.
def perceptron(x, w, b):
    return int(np.any(np.asarray(weighted_sum(x, w, b)) >= 0))
