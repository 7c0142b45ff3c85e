# Symptom: 1 where 0 is expected.
def output_signs_torch(Z, delta, activation):
    return torch.where(delta[:, None] * activation(Z) >= 0, 1, -1)
