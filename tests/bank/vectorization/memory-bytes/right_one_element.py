def memory_bytes(shape, dtype):
    size = np.zeros(1, dtype=dtype).nbytes
    for axis in shape:
        size = size * axis
    return size
