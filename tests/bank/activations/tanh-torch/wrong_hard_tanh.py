# Symptom: straight pieces in place of the curve.
def tanh_torch(z):
    return torch.nn.functional.hardtanh(z)
