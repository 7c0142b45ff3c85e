# Symptom: a list comes back, with which no arithmetic works.
def initialize(dim):
    return [0.0] * dim, 0.0
