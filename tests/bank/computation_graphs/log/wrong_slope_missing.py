# The slope is taken to be 1: the logarithm is right, its gradient is not.
def log(u):
    return Value(math.log(u.data), (u,), (1.0,))
