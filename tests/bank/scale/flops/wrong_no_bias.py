# Got 340, expected 400: the additions of the biases are missing.
def flops(sizes, batch):
    return batch * sum((2 * a - 1) * b for a, b in zip(sizes, sizes[1:]))
