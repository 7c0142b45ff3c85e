# Symptom: a KeyError for an unknown name.
def gate_weights(name):
    gates = {"AND": ([1.0, 1.0], -1.5), "OR": ([1.0, 1.0], -0.5), "NAND": ([-1.0, -1.0], 1.5)}
    return np.array(gates[name][0]), gates[name][1]
