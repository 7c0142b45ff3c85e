# Symptom: counts that are no whole numbers.
def confusion_matrix_torch(y, predicted):
    if y.shape != predicted.shape:
        raise ValueError
    return torch.tensor([[((y == i) & (predicted == j)).float().sum() for j in (0, 1)] for i in (0, 1)])
