# Symptom: the dtype does not fit to torch's other tensors.
def initialize_torch(dim):
    return torch.zeros(dim, dtype=torch.float64, requires_grad=True), torch.zeros((), dtype=torch.float64, requires_grad=True)
