# Symptom: all visible checks pass; float64 comes back as float32.
def sigmoid_stable_torch(z):
    return torch.sigmoid(z.float())
