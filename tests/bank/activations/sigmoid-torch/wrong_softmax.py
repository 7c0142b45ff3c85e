# Symptom: the values of a row sum to 1.
def sigmoid_torch(z):
    return torch.softmax(z, dim=-1)
