# Symptom: b has the shape (1,).
def initialize_torch(dim):
    return torch.zeros(dim, requires_grad=True), torch.zeros(1, requires_grad=True)
