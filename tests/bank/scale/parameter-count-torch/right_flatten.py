def parameter_count_torch(parameters):
    return sum(len(tensor.reshape(-1)) for tensor in parameters)
