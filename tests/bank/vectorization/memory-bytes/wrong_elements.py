# The number of elements, not of bytes.
import math


def memory_bytes(shape, dtype):
    return math.prod(shape)
