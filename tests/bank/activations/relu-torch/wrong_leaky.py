# Symptom: -0.02 where 0 is expected.
def relu_torch(z):
    return torch.nn.functional.leaky_relu(z)
