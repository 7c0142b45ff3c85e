def simd_cycles(n, lanes):
    if n < 0 or lanes < 1:
        raise ValueError('impossible')
    full, rest = divmod(n, lanes)
    return full + (1 if rest else 0)
