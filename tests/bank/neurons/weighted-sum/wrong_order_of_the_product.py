# Symptom: an exception for three examples of two inputs, wrong numbers for two.
def weighted_sum(x, w, b):
    return w @ x + b
