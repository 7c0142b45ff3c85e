# Symptom: rows and columns are exchanged.
def output_signs_torch(Z, delta, activation):
    return torch.sign(delta * activation(Z).T).long()
