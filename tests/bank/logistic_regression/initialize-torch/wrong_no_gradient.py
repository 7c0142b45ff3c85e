# Symptom: backward() leaves no .grad.
def initialize_torch(dim):
    return torch.zeros(dim), torch.zeros(())
