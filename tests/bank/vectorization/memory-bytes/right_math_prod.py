import math


def memory_bytes(shape, dtype):
    return math.prod(shape) * np.dtype(dtype).itemsize
