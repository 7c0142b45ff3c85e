# Got 37, expected 43: one bias for each layer.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    return sum(a * b + 1 for a, b in zip(sizes, sizes[1:]))
