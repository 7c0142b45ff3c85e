# Got 20, expected 26: tensors with one axis are left out.
def parameter_count_torch(parameters):
    return sum(tensor.numel() for tensor in parameters if tensor.dim() > 1)
