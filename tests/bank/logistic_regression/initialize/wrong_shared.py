# Symptom: a second learner begins where the first one ended.
START = {}


def initialize(dim):
    if dim not in START:
        START[dim] = np.zeros(dim)
    return START[dim], 0.0
