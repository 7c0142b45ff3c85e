# Symptom: the check says dtype torch.float64 where torch.float32 is expected.
def tanh_torch(z):
    return 2 * torch.sigmoid(2 * z.double()) - 1
