# Symptom: all visible checks pass; float64 comes back as float32.
def tanh_grad_torch(z):
    return 1 - torch.tanh(z.float()) ** 2
