# Symptom: OR and NAND are AND.
def gate_weights(name):
    if name not in ("AND", "OR", "NAND"):
        raise ValueError(name)
    return np.array([1.0, 1.0]), -1.5
