# Very large numbers are rounded.
import math


def epochs_to_steps(n, batch_size, epochs):
    if batch_size < 1:
        raise ValueError('a batch holds at least one example')
    return epochs * math.ceil(n / batch_size)
