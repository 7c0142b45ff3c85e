# Symptom: all visible checks pass; float64 comes back as float32.
def sigmoid_grad_torch(z):
    s = torch.sigmoid(z.to(torch.float32))
    return s * (1 - s)
