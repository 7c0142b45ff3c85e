# Symptom: 3 where 1 is expected.
def relu_grad_torch(z):
    return torch.relu(z)
