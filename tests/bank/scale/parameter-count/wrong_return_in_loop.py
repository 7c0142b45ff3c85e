# Got 25, expected 43: the loop ends after its first turn.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    total = 0
    for a, b in zip(sizes, sizes[1:]):
        total += a * b + b
        return total
