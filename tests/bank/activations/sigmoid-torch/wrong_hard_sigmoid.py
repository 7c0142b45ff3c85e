# Symptom: straight pieces in place of the curve.
def sigmoid_torch(z):
    return torch.nn.functional.hardsigmoid(z)
