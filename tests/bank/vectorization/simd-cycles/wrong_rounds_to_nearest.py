# A third of a set of lanes gets no step.
def simd_cycles(n, lanes):
    if n < 0 or lanes < 1:
        raise ValueError('impossible')
    return round(n / lanes)
