# Symptom: the check says that the argument is not as it was.
def output_signs_torch(Z, delta, activation):
    Z.copy_(activation(Z)).mul_(delta[:, None])
    return torch.sign(Z).long()
