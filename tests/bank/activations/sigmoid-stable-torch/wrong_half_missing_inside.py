# Symptom: the 1/2 inside tanh is missing.
def sigmoid_stable_torch(z):
    return 0.5 * (1 + torch.tanh(z))
