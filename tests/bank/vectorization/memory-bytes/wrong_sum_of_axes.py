# The axes are added.
def memory_bytes(shape, dtype):
    return sum(shape) * np.dtype(dtype).itemsize
