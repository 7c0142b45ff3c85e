# Not exact for very wide layers: the numbers become floats.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    return float(sum(float(a) * b + b for a, b in zip(sizes, sizes[1:])))
