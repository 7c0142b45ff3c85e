# Symptom: two numbers come back where one is expected.
def weighted_sum(x, w, b):
    return x * w + b
