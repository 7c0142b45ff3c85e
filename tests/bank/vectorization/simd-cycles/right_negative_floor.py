def simd_cycles(n, lanes):
    if n < 0 or lanes < 1:
        raise ValueError('impossible')
    return -(-n // lanes)
