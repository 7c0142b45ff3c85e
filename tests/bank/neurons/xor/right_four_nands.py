def xor(x1, x2):
    def nand(p, q):
        w, b = gate_weights("NAND")
        return perceptron(np.stack([p, q], axis=-1), w, b)

    both = nand(x1, x2)
    return nand(nand(x1, both), nand(x2, both))
