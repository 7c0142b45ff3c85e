# Right for small n; a float has too few digits for large ones.
def simd_cycles(n, lanes):
    if n < 0 or lanes < 1:
        raise ValueError('impossible')
    return int(np.ceil(n / lanes))
