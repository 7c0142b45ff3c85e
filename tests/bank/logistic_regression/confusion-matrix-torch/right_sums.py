def confusion_matrix_torch(y, predicted):
    if y.shape != predicted.shape:
        raise ValueError("shapes differ")
    return torch.tensor([[((y == i) & (predicted == j)).sum().item() for j in (0, 1)] for i in (0, 1)])
