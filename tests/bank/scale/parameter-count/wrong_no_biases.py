# Got 35, expected 43: the biases are not counted.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    return sum(a * b for a, b in zip(sizes, sizes[1:]))
