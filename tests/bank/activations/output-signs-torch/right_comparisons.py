def output_signs_torch(Z, delta, activation):
    slopes = delta.view(-1, 1) * activation(Z)
    return (slopes > 0).long() - (slopes < 0).long()
