# The logarithm to the base 10, with the slope of the natural one.
def log(u):
    return Value(math.log10(u.data), (u,), (1 / u.data,))
