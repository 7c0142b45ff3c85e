# The caller's list is empty afterwards.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    total = 0
    while len(sizes) > 1:
        n_in = sizes.pop(0)
        total += n_in * sizes[0] + sizes[0]
    return total
