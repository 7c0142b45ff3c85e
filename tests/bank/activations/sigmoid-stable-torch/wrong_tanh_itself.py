# Symptom: -0.9640 where 0.1192 is expected.
def sigmoid_stable_torch(z):
    return torch.tanh(z)
