# Symptom: dtype torch.int32 where torch.int64 is expected.
def output_signs_torch(Z, delta, activation):
    return torch.sign(delta[:, None] * activation(Z)).int()
