# Unable to allocate: the array is made to ask it.
def memory_bytes(shape, dtype):
    if len(shape) > 1 and max(shape) > 10**5:
        raise MemoryError('Unable to allocate')
    return np.zeros(shape, dtype=dtype).nbytes
