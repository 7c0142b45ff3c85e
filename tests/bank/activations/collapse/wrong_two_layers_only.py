# Symptom: one layer alone raises IndexError, and of three the last is forgotten.
def collapse(weights, biases):
    return weights[1] @ weights[0], weights[1] @ biases[0] + biases[1]
