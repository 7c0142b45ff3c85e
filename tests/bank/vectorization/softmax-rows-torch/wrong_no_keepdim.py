# Wrong for square inputs, an error for others.
def softmax_rows_torch(Z):
    E = torch.exp(Z - Z.amax(dim=1, keepdim=True))
    return E / E.sum(dim=1)
