def output_signs_torch(Z, delta, activation):
    return torch.sign(activation(Z) * delta.unsqueeze(1)).long()
