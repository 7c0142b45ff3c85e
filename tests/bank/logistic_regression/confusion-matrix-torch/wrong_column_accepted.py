# Symptom: a column meets a vector, and every label is compared with every answer.
def confusion_matrix_torch(y, predicted):
    return torch.tensor([[((y == i) & (predicted == j)).sum().item() for j in (0, 1)] for i in (0, 1)])
