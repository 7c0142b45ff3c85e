# Only matrices are understood.
def memory_bytes(shape, dtype):
    return shape[0] * shape[-1] * np.dtype(dtype).itemsize
