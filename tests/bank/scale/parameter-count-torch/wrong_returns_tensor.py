# A tensor comes back where a plain int is expected.
def parameter_count_torch(parameters):
    return torch.tensor([tensor.numel() for tensor in parameters]).sum()
