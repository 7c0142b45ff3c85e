# Symptom: the cost is right everywhere, and the slope at z = 0 is -y.
def bce_from_logits_torch(z, y):
    if z.shape != y.shape:
        raise ValueError
    return (torch.relu(z) + torch.log1p(torch.exp(-z.abs())) - y * z).mean()
