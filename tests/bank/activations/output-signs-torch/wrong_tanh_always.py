# Symptom: the activation that was passed is not used.
def output_signs_torch(Z, delta, activation):
    return torch.sign(delta[:, None] * torch.tanh(Z)).long()
