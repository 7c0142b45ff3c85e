# ZeroDivisionError comes instead of ValueError.
def simd_cycles(n, lanes):
    return (n + lanes - 1) // lanes
