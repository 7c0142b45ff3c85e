# Symptom: all visible checks pass; float64 comes back as float32.
def tanh_torch(z):
    return torch.tanh(z.float())
