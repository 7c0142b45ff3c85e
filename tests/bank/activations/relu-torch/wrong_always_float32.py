# Symptom: all visible checks pass; float64 comes back as float32.
def relu_torch(z):
    return torch.relu(z.float())
