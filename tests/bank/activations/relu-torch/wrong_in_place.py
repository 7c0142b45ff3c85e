# Symptom: the check says that the argument is not as it was.
def relu_torch(z):
    return torch.relu_(z)
