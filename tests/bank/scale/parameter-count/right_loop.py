def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    total = 0
    for k in range(1, len(sizes)):
        total += (sizes[k - 1] + 1) * sizes[k]
    return total
