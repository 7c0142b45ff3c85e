# Symptom: the bias is a number that autograd cannot watch.
def initialize_torch(dim):
    return torch.zeros(dim, requires_grad=True), 0.0
