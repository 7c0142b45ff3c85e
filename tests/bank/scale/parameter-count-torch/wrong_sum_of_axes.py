# Got 19, expected 26: the lengths of the axes are added.
def parameter_count_torch(parameters):
    return sum(sum(tensor.shape) for tensor in parameters)
