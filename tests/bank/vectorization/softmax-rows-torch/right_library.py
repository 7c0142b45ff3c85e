def softmax_rows_torch(Z):
    return torch.softmax(Z, dim=1)
