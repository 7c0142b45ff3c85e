# Symptom: NAND fires at (1, 1), since turning the signs of a sum of 0 changes nothing.
def gate_weights(name):
    gates = {"AND": ([1.0, 1.0], -2.0), "OR": ([1.0, 1.0], -1.0), "NAND": ([-1.0, -1.0], 2.0)}
    if name not in gates:
        raise ValueError(name)
    return np.array(gates[name][0]), gates[name][1]
