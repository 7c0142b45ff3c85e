# Symptom: every sign is turned.
def output_signs_torch(Z, delta, activation):
    return -torch.sign(delta[:, None] * activation(Z)).long()
