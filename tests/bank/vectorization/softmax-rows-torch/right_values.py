def softmax_rows_torch(Z):
    shifted = Z - Z.max(dim=1, keepdim=True).values
    return torch.exp(shifted - torch.logsumexp(shifted, dim=1, keepdim=True))
