# Symptom: the signs of the outputs alone.
def output_signs_torch(Z, delta, activation):
    return torch.sign(activation(Z)).to(torch.int64)
