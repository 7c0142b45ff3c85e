# Symptom: the first cost is not ln 2.
def initialize(dim):
    return np.random.default_rng(0).normal(size=dim), 0.0
