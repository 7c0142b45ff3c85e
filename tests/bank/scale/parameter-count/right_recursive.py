def parameter_count(sizes):
    """The first layer, and what follows it."""
    sizes = list(sizes)
    if len(sizes) < 2:
        raise ValueError("an input and an output are needed")
    here = sizes[0] * sizes[1] + sizes[1]
    return here if len(sizes) == 2 else here + parameter_count(sizes[1:])
