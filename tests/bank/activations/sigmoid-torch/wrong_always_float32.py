# Symptom: all visible checks pass; float64 input comes back as float32.
def sigmoid_torch(z):
    return 1 / (1 + torch.exp(-z.float()))
