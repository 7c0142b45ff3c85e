# Symptom: the check says that the argument is not as it was.
def tanh_torch(z):
    return torch.tanh_(z)
