# Symptom: a product is no leaf, so .grad stays None.
def initialize_torch(dim):
    return 0.0 * torch.ones(dim, requires_grad=True), 0.0 * torch.ones((), requires_grad=True)
