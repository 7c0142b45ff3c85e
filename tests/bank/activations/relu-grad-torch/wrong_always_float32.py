# Symptom: dtype torch.float32 where torch.float64 is expected.
def relu_grad_torch(z):
    return (z > 0).float()
