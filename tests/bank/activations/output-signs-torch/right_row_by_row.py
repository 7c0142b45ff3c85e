def output_signs_torch(Z, delta, activation):
    return torch.stack([torch.sign(d * activation(row)).type(torch.int64) for row, d in zip(Z, delta)])
