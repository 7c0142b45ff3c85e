# Symptom: all visible checks pass; of three layers the last is forgotten.
def collapse_torch(weights, biases):
    return weights[1] @ weights[0], weights[1] @ biases[0] + biases[1]
