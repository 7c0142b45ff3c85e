# Symptom: all visible names are right; an unknown name gives NAND.
def gate_weights(name):
    if name == "AND":
        return np.array([1.0, 1.0]), -1.5
    if name == "OR":
        return np.array([1.0, 1.0]), -0.5
    return np.array([-1.0, -1.0]), 1.5
