# Symptom: dtype torch.bool where torch.float32 is expected.
def relu_grad_torch(z):
    return z > 0
