# Symptom: w has the shape (dim, 1).
def initialize(dim):
    return np.zeros((dim, 1)), 0.0
