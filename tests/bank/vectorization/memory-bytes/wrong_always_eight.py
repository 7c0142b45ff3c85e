# Eight bytes for every dtype.
import math


def memory_bytes(shape, dtype):
    return math.prod(shape) * 8
