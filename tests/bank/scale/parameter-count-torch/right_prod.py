def parameter_count_torch(parameters):
    total = 0
    for tensor in parameters:
        elements = 1
        for length in tensor.shape:
            elements *= length
        total += elements
    return total
